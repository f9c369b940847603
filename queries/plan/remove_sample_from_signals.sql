-- purpose: forget the signals of the sample's reports and topic
-- parameters: none
delete from plan.signals
where
    source_id in (select s.source_id from library.sources as s where s.is_sample)
    or topic_id in (select t.topic_id from library.topics as t where t.is_sample)
