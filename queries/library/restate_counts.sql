-- purpose: bring the counts of works to their newest capture, whatever the order of imports (a count that it lacks: the newest
--          known; of captures at one time the later import's)
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
        arg_max(s.plays, (s.captured_at, s.import_id)) as plays,
        arg_max(s.likes, (s.captured_at, s.import_id)) as likes,
        arg_max(s.comments, (s.captured_at, s.import_id)) as comments,
        arg_max(s.shares, (s.captured_at, s.import_id)) as shares,
        arg_max(s.collects, (s.captured_at, s.import_id)) as collects,
        max(s.captured_at) as captured_at
    from library.snapshots as s
    inner join touched as t on t.work_key = s.work_key
    group by s.work_key
) as n
where n.work_key = library.works.work_key
