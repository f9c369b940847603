-- purpose: forget a topic in library.label_facts
-- parameters: topic_id
delete from library.label_facts where topic_id = $topic_id
