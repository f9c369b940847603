-- purpose: forget the sections of a report
-- parameters: source_id
delete from library.report_sections where source_id = $source_id
