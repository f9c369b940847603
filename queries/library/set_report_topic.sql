-- purpose: say which topic a report is about
-- parameters: source_id, topic_id
update library.reports
set topic_id = $topic_id
where source_id = $source_id
