-- purpose: forget the titles that its blind spots quote of a report
-- parameters: source_id
delete from library.report_examples where source_id = $source_id
