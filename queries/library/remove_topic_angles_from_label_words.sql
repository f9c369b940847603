-- purpose: forget a topic's angles in library.label_words
-- parameters: topic_id
delete from library.label_words
where angle_id in (select a.angle_id from library.angles as a where a.topic_id = $topic_id)
