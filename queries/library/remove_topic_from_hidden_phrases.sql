-- purpose: forget a topic in library.hidden_phrases
-- parameters: topic_id
delete from library.hidden_phrases where topic_id = $topic_id
