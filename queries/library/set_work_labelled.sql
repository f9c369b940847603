-- purpose: keep the unlabelled pile true for one work
-- parameters: topic_id, work_key
update library.scope_facts
set is_labelled = exists (
    select 1 from library.label_facts as f where f.topic_id = $topic_id and f.work_key = $work_key
)
where topic_id = $topic_id and work_key = $work_key
