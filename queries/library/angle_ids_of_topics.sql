-- purpose: the angles in use of some topics
-- grain: one row per angle
-- parameters: topic_ids
-- columns: angle_id
select a.angle_id
from library.angles as a
where list_contains($topic_ids::bigint[], a.topic_id) and not a.is_retired
order by a.angle_id
