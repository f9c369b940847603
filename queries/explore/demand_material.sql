-- purpose: whether anything that could ask for an angle of a topic was imported
-- grain: one row
-- parameters: topic_id
-- columns: sources, comments, questions
with sources as (
    select count(*) as n
    from library.topic_sources as t
    inner join library.sources as s on s.source_id = t.source_id
    where t.topic_id = $topic_id and s.binned_at is null
),
comments as (
    select count(*) as n, count(*) filter (where c.is_question) as asking
    from library.comments as c
    inner join library.works as w
        on w.platform = c.platform and w.work_id = c.work_id and w.is_sample = c.is_sample
    inner join library.creators as r on r.creator_key = w.creator_key
    semi join library.topic_works as t on t.topic_id = $topic_id and t.work_key = w.work_key
    where r.role <> 'ignored'
)
select s.n as sources, c.n as comments, c.asking as questions
from sources as s
cross join comments as c
order by sources
