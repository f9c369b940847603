-- purpose: forget where the signals of a report stand in it
-- parameters: source_id
delete from plan.report_signals where source_id = $source_id
