-- purpose: the angles of a topic by key, those in the bin as well, in the codebook's order
-- grain: one row per angle
-- parameters: topic_id
-- columns: item_id, key, is_binned
select a.angle_id::text as item_id, a.key, a.is_retired as is_binned
from library.angles as a
where a.topic_id = $topic_id
order by a.position, a.angle_id
