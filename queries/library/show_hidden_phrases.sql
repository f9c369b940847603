-- purpose: forget which phrases of a topic were hidden
-- parameters: topic_id
delete from library.hidden_phrases as h
where h.topic_id = $topic_id
