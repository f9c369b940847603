-- purpose: where the episodes of a series that are not in the bin stand, in order
-- grain: one row per episode
-- parameters: series_id
-- columns: episode_id, position
select e.episode_id, e.position
from plan.episodes as e
where e.series_id = $series_id and e.binned_at is null
order by e.position, e.episode_id
