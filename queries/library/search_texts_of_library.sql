-- purpose: the folded words of every work that a topic may select
-- grain: one row per work
-- parameters: is_sample
-- columns: work_key, search_text
select w.work_key, w.search_text
from library.works as w
where w.is_sample = $is_sample
order by w.work_key
