-- purpose: write the label facts of some angles anew
-- grain: one row per angle and work
-- parameters: angle_ids
insert into library.label_facts
select f.*
from library.current_label_facts as f
where list_contains($angle_ids::bigint[], f.angle_id)
order by f.topic_id, f.angle_id, f.creator_key, f.day, f.work_key
