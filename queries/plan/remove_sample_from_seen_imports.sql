-- purpose: forget how far the sample's imports were seen
-- parameters: none
delete from plan.seen_imports
where topic_id in (select t.topic_id from library.topics as t where t.is_sample)
