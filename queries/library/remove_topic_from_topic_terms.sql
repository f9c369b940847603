-- purpose: forget a topic in library.topic_terms
-- parameters: topic_id
delete from library.topic_terms where topic_id = $topic_id
