-- purpose: forget a topic in library.scope_facts
-- parameters: topic_id
delete from library.scope_facts where topic_id = $topic_id
