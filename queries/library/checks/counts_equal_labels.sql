-- purpose: what coverage counts is what is labelled, work by work
-- grain: one row
-- parameters: none
-- columns: violations
with counted as (
    select f.angle_id, f.work_key, f.creator_key, f.platform, f.day from library.label_facts as f
),
labelled as (
    select l.angle_id, l.work_key, w.creator_key, w.platform, w.published_at::date as day
    from library.labels as l
    inner join library.works as w on w.work_key = l.work_key
)
select count(*) as violations
from (
    (select * from counted except all select * from labelled)
    union all
    (select * from labelled except all select * from counted)
) as differences
order by violations
