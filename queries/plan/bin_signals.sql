-- purpose: put signals into the bin
-- parameters: signal_ids
update plan.signals
set binned_at = now()
where list_contains($signal_ids::bigint[], signal_id) and binned_at is null
