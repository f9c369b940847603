-- purpose: put the signals of a report under the topic that it is about
-- parameters: source_id, topic_id
update plan.signals
set topic_id = $topic_id
where source_id = $source_id
