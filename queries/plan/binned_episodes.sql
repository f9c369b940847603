-- purpose: the episodes of a series that are in the bin, the last one put there first
-- grain: one row per episode
-- parameters: series_id
-- columns: episode_id, title, rev
select e.episode_id, e.title, e.rev
from plan.episodes as e
where e.series_id = $series_id and e.binned_at is not null
order by e.binned_at desc, e.episode_id
