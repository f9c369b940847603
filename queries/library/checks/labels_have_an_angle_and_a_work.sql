-- purpose: every label stands on an angle in use and a work of its topic
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from library.labels as l
left join library.angles as a on a.angle_id = l.angle_id and not a.is_retired
left join library.topic_works as t on t.topic_id = a.topic_id and t.work_key = l.work_key
where a.angle_id is null or t.work_key is null
order by violations
