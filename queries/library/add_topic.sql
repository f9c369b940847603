-- purpose: add an empty topic
-- parameters: topic_id, name, is_sample
insert into library.topics
select
    $topic_id, $name, null, null, $is_sample, 0,
    coalesce((select max(i.import_id) from library.imports as i), 0)
