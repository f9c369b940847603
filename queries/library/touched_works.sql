-- purpose: the works whose words or dates are new or changed by this file, to be labelled
-- grain: one row per work
-- reads: staged
-- parameters: none
-- columns: work_key, search_text
select w.work_key, w.search_text
from staged as s
inner join library.works as w on w.work_key = s.work_key
where
    s.is_newest and not s.is_duplicate
    and (not s.is_known or s.has_new_words or s.has_new_details)
order by w.work_key
