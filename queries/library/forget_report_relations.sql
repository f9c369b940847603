-- purpose: forget how it stands to other reports of a report
-- parameters: source_id
delete from library.report_relations where source_id = $source_id
