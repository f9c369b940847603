-- purpose: how many captures of the file were not known before
-- grain: one row
-- reads: staged
-- parameters: none
-- columns: snapshots_added
select count(*) as snapshots_added
from staged as s
where
    not s.is_duplicate
    and not exists (
        select 1
        from library.works as w
        inner join library.snapshots as p on p.work_key = w.work_key
        where w.platform = s.platform and w.work_id = s.work_id and p.captured_at = s.captured_at
    )
order by snapshots_added
