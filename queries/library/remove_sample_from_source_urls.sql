-- purpose: forget the sample's sources: their addresses
-- parameters: none
delete from library.source_urls
where source_id in (select s.source_id from library.sources as s where s.is_sample)
