-- purpose: the labels of topics with all that coverage filters by, in the order in which coverage groups them
-- grain: one row per angle and work
-- parameters: topic_ids
insert into library.label_facts
select f.*
from library.current_label_facts as f
where list_contains($topic_ids::bigint[], f.topic_id)
order by f.topic_id, f.angle_id, f.creator_key, f.day, f.work_key
