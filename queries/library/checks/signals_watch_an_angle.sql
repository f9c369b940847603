-- purpose: a signal watches an angle of its own topic, and an import that closed one is there
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from plan.signals as s
-- a signal outlives its topic, and waits without one
left join library.angles as a on a.angle_id = s.angle_id
left join library.imports as i on i.import_id = s.closed_by_import_id
where a.topic_id <> s.topic_id or (s.closed_by_import_id is not null and i.import_id is null)
order by violations
