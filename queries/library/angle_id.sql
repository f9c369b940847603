-- purpose: the id of an angle by its key
-- grain: at most one row
-- parameters: topic_id, key
-- columns: angle_id
select a.angle_id
from library.angles as a
where a.topic_id = $topic_id and a.key = $key
order by a.angle_id
