-- purpose: no topic of the user holds a work of the sample, nor the other way round
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from library.topic_works as t
inner join library.topics as p on p.topic_id = t.topic_id
inner join library.works as w on w.work_key = t.work_key
where w.is_sample <> p.is_sample
order by violations
