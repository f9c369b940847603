-- purpose: forget a topic's angles in library.angle_terms
-- parameters: topic_id
delete from library.angle_terms
where angle_id in (select a.angle_id from library.angles as a where a.topic_id = $topic_id)
