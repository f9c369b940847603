-- purpose: the topics in use, the user's before the sample
-- grain: one row per topic
-- parameters: none
-- columns: topic_id, name, date_from, date_to, is_sample, version, terms
select
    t.topic_id,
    t.name,
    t.date_from,
    t.date_to,
    t.is_sample,
    t.version,
    coalesce((select list(m.term order by m.position) from library.topic_terms as m where m.topic_id = t.topic_id), []) as terms
from library.topics as t
where not t.is_binned
order by t.is_sample, t.topic_id desc
