-- purpose: forget the series that the sample's reports suggest
-- parameters: none
delete from plan.series
where source_id in (select s.source_id from library.sources as s where s.is_sample)
