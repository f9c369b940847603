-- purpose: where a person decided, the label says the same
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from library.person_labels as p
inner join library.angles as a on a.angle_id = p.angle_id and not a.is_retired
inner join library.works as w on w.platform = p.platform and w.work_id = p.work_id
inner join library.topic_works as t on t.topic_id = a.topic_id and t.work_key = w.work_key
left join library.labels as l on l.angle_id = p.angle_id and l.work_key = w.work_key
where p.covers is distinct from (l.work_key is not null)
order by violations
