-- purpose: the folded words of some works
-- grain: one row per work that is still there
-- reads: touched
-- parameters: none
-- columns: work_key, search_text
select w.work_key, w.search_text
from library.works as w
inner join touched as t on t.work_key = w.work_key
order by w.work_key
