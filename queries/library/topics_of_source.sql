-- purpose: the topics in use that a source is in
-- grain: one row per topic
-- parameters: source_id
-- columns: topic_id, name
select t.topic_id, t.name
from library.topic_sources as m
inner join library.topics as t on t.topic_id = m.topic_id
where m.source_id = $source_id and not t.is_binned
order by t.topic_id
