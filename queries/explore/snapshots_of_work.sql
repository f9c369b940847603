-- purpose: how the counts of one work grew
-- grain: one row per capture
-- parameters: work_key
-- columns: captured_at, plays, likes, comments, shares, collects
select
    s.captured_at,
    any_value(s.plays) as plays,
    any_value(s.likes) as likes,
    any_value(s.comments) as comments,
    any_value(s.shares) as shares,
    any_value(s.collects) as collects
from library.snapshots as s
where s.work_key = $work_key
group by s.captured_at
order by s.captured_at
