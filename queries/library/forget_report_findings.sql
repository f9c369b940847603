-- purpose: forget the findings of a report
-- parameters: source_id
delete from library.report_findings where source_id = $source_id
