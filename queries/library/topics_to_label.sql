-- purpose: the topics whose works and labels follow new words
-- grain: one row per topic
-- parameters: is_sample
-- columns: topic_id
select t.topic_id
from library.topics as t
where t.is_sample = $is_sample
order by t.topic_id
