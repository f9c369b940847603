-- purpose: forget a topic's angles
-- parameters: topic_id
delete from library.angles where topic_id = $topic_id
