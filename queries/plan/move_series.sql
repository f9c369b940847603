-- purpose: put the series of a report under the topic that it is about
-- parameters: source_id, topic_id
update plan.series
set topic_id = $topic_id
where source_id = $source_id
