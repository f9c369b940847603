-- purpose: how many works of a topic we hold at all, whatever the filters
-- grain: one row
-- parameters: topic_id
-- columns: works, platforms
select count(*) as works, coalesce(list_sort(list(distinct f.platform)), []) as platforms
from library.scope_facts as f
where f.topic_id = $topic_id
order by works
