-- purpose: the episodes of a series that are not in the bin, in order
-- grain: one row per episode
-- parameters: series_id
-- columns: item_id
select e.episode_id::text as item_id
from plan.episodes as e
where e.series_id = $series_id and e.binned_at is null
order by e.position, e.episode_id
