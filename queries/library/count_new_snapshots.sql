-- purpose: how many captures of the file were not known before
-- grain: one row
-- reads: staged
-- parameters: none
-- columns: snapshots_added
select count(*) as snapshots_added
from staged as s
where
    not s.is_duplicate
    and (
        not s.is_known
        or not exists (
            select 1 from library.snapshots as p where p.work_key = s.work_key and p.captured_at = s.captured_at
        )
    )
order by snapshots_added
