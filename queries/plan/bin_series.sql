-- purpose: put series into the bin
-- parameters: series_ids
update plan.series
set binned_at = now()
where list_contains($series_ids::bigint[], series_id) and binned_at is null
