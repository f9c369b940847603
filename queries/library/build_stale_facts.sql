-- purpose: write the label facts of some works anew
-- grain: one row per angle and work
-- reads: stale
-- parameters: topic_ids
insert into library.label_facts
select f.*
from library.current_label_facts as f
where list_contains($topic_ids::bigint[], f.topic_id) and f.work_key in (select s.work_key from stale as s)
order by f.topic_id, f.angle_id, f.creator_key, f.day, f.work_key
