-- purpose: forget the sources that counterpoints cite of a report
-- parameters: source_id
delete from library.report_counterpoint_uses where source_id = $source_id
