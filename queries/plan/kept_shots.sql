-- purpose: every shot, those in the bin as well, in the order of its storyboard
-- grain: one row per shot
-- parameters: none
-- columns: item_id, episode_id, binned_at
select s.shot_id as item_id, s.episode_id::text as episode_id, s.binned_at
from plan.shots as s
order by s.episode_id, s.position, s.shot_id
