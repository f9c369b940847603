-- purpose: how many works would go with an import, since no other import holds them
-- grain: one row
-- parameters: import_id
-- columns: works
with held as (
    select s.work_key, bool_and(s.import_id = $import_id) as is_alone
    from library.snapshots as s
    where s.work_key in (select o.work_key from library.snapshots as o where o.import_id = $import_id)
    group by s.work_key
)
select count(*) as works
from held as h
where h.is_alone
order by works
