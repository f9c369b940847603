-- purpose: works whose newest capture alone does not tell what is known: several captures in the file, or one of an earlier time
-- grain: one row per work
-- reads: staged
-- parameters: none
-- columns: work_key
select distinct s.work_key
from staged as s
inner join library.works as w on w.work_key = s.work_key
where not s.is_duplicate and (s.is_repeated or (s.is_known and s.captured_at < w.captured_at))
order by s.work_key
