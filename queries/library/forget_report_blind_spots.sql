-- purpose: forget what others leave unsaid of a report
-- parameters: source_id
delete from library.report_blind_spots where source_id = $source_id
