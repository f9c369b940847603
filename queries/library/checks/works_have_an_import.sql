-- purpose: every work came from an import that is still there
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from library.works as w
where not exists (
    select 1
    from library.snapshots as s
    inner join library.imports as i on i.import_id = s.import_id
    where s.work_key = w.work_key
)
order by violations
