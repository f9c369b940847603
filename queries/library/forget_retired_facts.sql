-- purpose: clear the label facts of retired angles
-- parameters: topic_id
delete from library.label_facts
where angle_id in (select a.angle_id from library.angles as a where a.topic_id = $topic_id and a.is_retired)
