-- purpose: the works of which a person has said whether they carry an angle
-- grain: one row per work
-- parameters: topic_id, key
-- columns: work_key
select w.work_key
from library.person_labels as p
inner join library.angles as a on a.angle_id = p.angle_id
inner join library.works as w on w.platform = p.platform and w.work_id = p.work_id
where a.topic_id = $topic_id and a.key = $key
order by w.work_key
