-- purpose: add an empty topic
-- parameters: topic_id, name, is_sample
insert into library.topics values ($topic_id, $name, null, null, $is_sample, 0)
