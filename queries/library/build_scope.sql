-- purpose: the works of topics with all that coverage filters by, sorted by day
-- grain: one row per topic and work
-- parameters: topic_ids
insert into library.scope_facts
select f.*
from library.current_scope_facts as f
where list_contains($topic_ids::bigint[], f.topic_id)
order by f.topic_id, f.day, f.work_key
