-- purpose: no snapshot is left without its work
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from library.snapshots as s
anti join library.works as w on w.work_key = s.work_key
order by violations
