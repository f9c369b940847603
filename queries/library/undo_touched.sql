-- purpose: the works that an import brought or saw again
-- grain: one row per work
-- parameters: import_id
-- columns: work_key
select distinct s.work_key
from library.snapshots as s
where s.import_id = $import_id
order by s.work_key
