-- purpose: number the captures of works that stand in the file more than once, and mark repeated ones
-- grain: updates rows of works with two or more rows in the file
-- reads: staged
-- parameters: none
with repeated as (
    select s.platform, s.work_id
    from staged as s
    group by s.platform, s.work_id
    having count(*) > 1
),
numbered as (
    select
        s.rowid as staged_row,
        row_number() over (partition by s.platform, s.work_id, s.captured_at order by s.row, s.rowid) > 1 as is_duplicate,
        dense_rank() over (partition by s.platform, s.work_id order by s.captured_at) as capture_number,
        s.captured_at = max(s.captured_at) over (partition by s.platform, s.work_id) as is_newest
    from staged as s
    inner join repeated as r on r.platform = s.platform and r.work_id = s.work_id
)
update staged
set
    is_repeated = true,
    is_duplicate = n.is_duplicate,
    capture_number = n.capture_number,
    is_newest = n.is_newest and not n.is_duplicate
from numbered as n
where n.staged_row = staged.rowid
