-- purpose: the works whose facts a file may have changed: its own, and all of the creators whose usual response moved
-- grain: one row per work
-- reads: staged, stale_creators
-- parameters: none
-- columns: work_key
select s.work_key
from staged as s
union
select w.work_key
from library.works as w
semi join stale_creators as k on k.creator_key = w.creator_key
inner join library.creators as c on c.creator_key = w.creator_key
where c.creator_id <> ''
order by work_key
