-- purpose: forget a topic in library.topic_sources
-- parameters: topic_id
delete from library.topic_sources where topic_id = $topic_id
