-- purpose: every angle by the name of its topic and its key; the user's topics before the sample's
-- grain: one row per angle
-- parameters: none
-- columns: angle_id, topic_id, topic, key
select a.angle_id, a.topic_id, t.name as topic, a.key
from library.angles as a
inner join library.topics as t on t.topic_id = a.topic_id
order by t.is_sample, a.topic_id, a.angle_id
