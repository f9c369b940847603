-- purpose: number the captures of works that stand in the file more than once, and mark repeated ones: of two rows of
--          one capture the later is the newer, as tools add rows at the end; a count that it leaves out the earlier says
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
        s.rowid < max(s.rowid) over same_capture as is_duplicate,
        dense_rank() over (partition by s.platform, s.work_id order by s.captured_at) as capture_number,
        s.captured_at = max(s.captured_at) over (partition by s.platform, s.work_id) as is_newest,
        arg_max(s.plays, s.rowid) over same_capture as plays,
        arg_max(s.likes, s.rowid) over same_capture as likes,
        arg_max(s.comments, s.rowid) over same_capture as comments,
        arg_max(s.shares, s.rowid) over same_capture as shares,
        arg_max(s.collects, s.rowid) over same_capture as collects,
        arg_max(s.url, s.rowid) over same_capture as url,
        arg_max(s.published_at, s.rowid) over same_capture as published_at,
        arg_max(s.duration_seconds, s.rowid) over same_capture as duration_seconds
    from staged as s
    inner join repeated as r on r.platform = s.platform and r.work_id = s.work_id
    window same_capture as (partition by s.platform, s.work_id, s.captured_at)
)
update staged
set
    is_repeated = true,
    is_duplicate = n.is_duplicate,
    capture_number = n.capture_number,
    is_newest = n.is_newest and not n.is_duplicate,
    plays = n.plays,
    likes = n.likes,
    comments = n.comments,
    shares = n.shares,
    collects = n.collects,
    url = n.url,
    published_at = n.published_at,
    duration_seconds = n.duration_seconds
from numbered as n
where n.staged_row = staged.rowid
