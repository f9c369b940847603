-- purpose: forget the sample's sources: the topics that they join
-- parameters: none
delete from library.topic_sources
where source_id in (select s.source_id from library.sources as s where s.is_sample)
