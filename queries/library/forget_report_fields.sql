-- purpose: forget the head and foot lines of a report
-- parameters: source_id
delete from library.report_fields where source_id = $source_id
