-- purpose: the creators of whom the file brought a work, whose usual response may have moved
-- grain: one row per creator
-- reads: staged
-- parameters: none
-- columns: creator_key
select distinct w.creator_key
from library.works as w
semi join staged as s on s.work_key = w.work_key
order by w.creator_key
