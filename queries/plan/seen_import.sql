-- purpose: up to which import the user knows a topic, where others came since; seen by hand, else as it was first filled
-- grain: one row or none
-- parameters: topic_id
-- columns: import_id
with first_import as (
    select min(s.import_id) as import_id
    from library.scope_facts as f
    inner join library.snapshots as s on s.work_key = f.work_key
    where f.topic_id = $topic_id
),
first_batch as (
    select max(o.import_id) as import_id
    from first_import as f
    inner join library.imports as i on i.import_id = f.import_id
    inner join library.imports as o on o.import_id = i.import_id or o.batch_id = i.batch_id
),
known as (
    select coalesce(n.import_id, greatest(b.import_id, t.made_after_import_id)) as import_id
    from library.topics as t
    cross join first_batch as b
    left join plan.seen_imports as n on n.topic_id = t.topic_id
    where t.topic_id = $topic_id and b.import_id is not null
)
select k.import_id
from known as k
where k.import_id < (select max(i.import_id) from library.imports as i)
order by k.import_id
