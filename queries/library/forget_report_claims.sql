-- purpose: forget where the claims of a report stand in it
-- parameters: source_id
delete from library.report_claims where source_id = $source_id
