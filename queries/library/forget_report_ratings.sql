-- purpose: forget the table that grades its sources of a report
-- parameters: source_id
delete from library.report_ratings where source_id = $source_id
