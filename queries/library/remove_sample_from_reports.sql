-- purpose: forget the sample's sources: which of them are reports
-- parameters: none
delete from library.reports
where source_id in (select s.source_id from library.sources as s where s.is_sample)
