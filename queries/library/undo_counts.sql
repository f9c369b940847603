-- purpose: bring the counts of works back to the newest capture that remains (a count that it lacks: the newest known)
-- reads: touched
-- parameters: none
update library.works
set
    plays = n.plays,
    likes = n.likes,
    comments = n.comments,
    shares = n.shares,
    collects = n.collects,
    captured_at = n.captured_at
from (
    select
        s.work_key,
        arg_max(s.plays, s.captured_at) as plays,
        arg_max(s.likes, s.captured_at) as likes,
        arg_max(s.comments, s.captured_at) as comments,
        arg_max(s.shares, s.captured_at) as shares,
        arg_max(s.collects, s.captured_at) as collects,
        max(s.captured_at) as captured_at
    from library.snapshots as s
    inner join touched as t on t.work_key = s.work_key
    group by s.work_key
) as n
where n.work_key = library.works.work_key
