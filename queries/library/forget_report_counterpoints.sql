-- purpose: forget what may be said against it of a report
-- parameters: source_id
delete from library.report_counterpoints where source_id = $source_id
