-- purpose: take a topic's terms away before they are written anew
-- parameters: topic_id
delete from library.topic_terms where topic_id = $topic_id
