-- purpose: forget a topic in library.topic_works
-- parameters: topic_id
delete from library.topic_works where topic_id = $topic_id
