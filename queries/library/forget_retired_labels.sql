-- purpose: forget the labels of retired angles; a person's own stay in library.person_labels
-- parameters: topic_id
delete from library.labels
where angle_id in (select a.angle_id from library.angles as a where a.topic_id = $topic_id and a.is_retired)
