-- purpose: the terms that select the works of topics
-- grain: one row per topic term
-- parameters: topic_ids
-- columns: topic_id, term
select t.topic_id, t.term
from library.topic_terms as t
where list_contains($topic_ids::bigint[], t.topic_id)
order by t.topic_id, t.position
