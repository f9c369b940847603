-- purpose: works that no import holds any more
-- grain: one row per work
-- parameters: none
-- columns: work_key
select w.work_key
from library.works as w
anti join library.snapshots as s on s.work_key = w.work_key
order by w.work_key
