-- purpose: keep the unlabelled pile of a topic true after some of its angles changed
-- grain: updates the works whose mark is wrong
-- parameters: topic_id
update library.scope_facts
set is_labelled = not is_labelled
where
    topic_id = $topic_id
    and is_labelled <> (work_key in (select f.work_key from library.label_facts as f where f.topic_id = $topic_id))
