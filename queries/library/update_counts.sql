-- purpose: bring the counts of known works to the newest capture; a count that it leaves out stays known
-- reads: staged
-- parameters: none
update library.works
set
    plays = coalesce(s.plays, library.works.plays),
    likes = coalesce(s.likes, library.works.likes),
    comments = coalesce(s.comments, library.works.comments),
    shares = coalesce(s.shares, library.works.shares),
    collects = coalesce(s.collects, library.works.collects),
    captured_at = s.captured_at
from staged as s
where
    s.work_key = library.works.work_key
    and s.is_known
    and s.is_newest
    and not s.is_duplicate
    and s.captured_at >= library.works.captured_at
