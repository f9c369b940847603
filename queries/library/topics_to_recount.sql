-- purpose: all topics, those in the bin too
-- grain: one row per topic
-- parameters: none
-- columns: topic_id, is_sample
select t.topic_id, t.is_sample
from library.topics as t
order by t.topic_id
