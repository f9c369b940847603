-- purpose: what a person said of some works
-- grain: one row per work and angle decided by a person
-- parameters: topic_id, work_keys
-- columns: work_key, angle, covers
select w.work_key, a.key as angle, p.covers
from library.person_labels as p
inner join library.angles as a on a.angle_id = p.angle_id
inner join library.works as w on w.platform = p.platform and w.work_id = p.work_id
where a.topic_id = $topic_id and list_contains($work_keys::bigint[], w.work_key)
order by w.work_key, a.position
