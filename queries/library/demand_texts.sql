-- purpose: what may ask for an angle of a topic, as it is searched: passages of its sources, questions under its works
-- grain: one row per passage and per question
-- parameters: topic_id
-- columns: item, item_id, search_text
with passages as (
    select 'source' as item, p.source_id as item_id, p.search_text
    from library.topic_sources as t
    inner join library.sources as s on s.source_id = t.source_id
    inner join library.passages as p on p.source_id = t.source_id
    where t.topic_id = $topic_id and s.binned_at is null
),
questions as (
    select 'question' as item, c.comment_key as item_id, c.search_text
    from library.topic_works as t
    inner join library.works as w on w.work_key = t.work_key
    inner join library.comments as c
        on c.platform = w.platform and c.work_id = w.work_id and c.is_sample = w.is_sample
    where t.topic_id = $topic_id and c.is_question
)
select p.item, p.item_id, p.search_text
from passages as p
union all
select q.item, q.item_id, q.search_text
from questions as q
order by item, item_id
