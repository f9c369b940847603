-- purpose: put episodes into the bin
-- parameters: episode_ids
update plan.episodes
set binned_at = now()
where list_contains($episode_ids::bigint[], episode_id) and binned_at is null
