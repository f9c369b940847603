-- purpose: topics as people edit them, those in the bin as well
-- grain: one row per topic
-- parameters: ids
-- columns: item_id, name, date_from, date_to, terms, is_sample, is_binned, rev
select
    t.topic_id::text as item_id,
    t.name,
    t.date_from,
    t.date_to,
    coalesce(
        (select list(m.term order by m.position) from library.topic_terms as m where m.topic_id = t.topic_id), []
    ) as terms,
    t.is_sample,
    t.is_binned,
    t.rev
from library.topics as t
where list_contains($ids::text[], t.topic_id::text)
order by t.topic_id
