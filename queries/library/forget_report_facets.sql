-- purpose: forget the respects in which it is compared of a report
-- parameters: source_id
delete from library.report_facets where source_id = $source_id
