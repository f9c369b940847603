-- purpose: the number of a new topic
-- grain: one row
-- parameters: none
-- columns: topic_id
select nextval('library.topic_ids') as topic_id
