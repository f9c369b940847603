-- purpose: forget a topic in library.topics
-- parameters: topic_id
delete from library.topics where topic_id = $topic_id
