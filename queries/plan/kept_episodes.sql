-- purpose: every episode, those in the bin as well, in the order of its series
-- grain: one row per episode
-- parameters: none
-- columns: item_id, uid, series_id, binned_at
select e.episode_id::text as item_id, e.uid, e.series_id::text as series_id, e.binned_at
from plan.episodes as e
order by e.series_id, e.position, e.uid
