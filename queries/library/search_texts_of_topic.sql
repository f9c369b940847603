-- purpose: the folded words of a topic's works
-- grain: one row per work
-- parameters: topic_id
-- columns: work_key, search_text
select w.work_key, w.search_text
from library.topic_works as t
inner join library.works as w on w.work_key = t.work_key
where t.topic_id = $topic_id
order by w.work_key
