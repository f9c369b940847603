-- purpose: who speaks in a topic's sources: named parties, publishers, authors; their names are no angles
-- grain: one row per name
-- parameters: topic_id
-- columns: name
with heard as (
    select s.source_id, s.publisher, s.author
    from library.topic_sources as t
    inner join library.sources as s on s.source_id = t.source_id
    where t.topic_id = $topic_id and s.binned_at is null
),

named as (
    select h.publisher as name from heard as h
    union all
    select h.author from heard as h
    union all
    select c.said_by
    from heard as h
    inner join library.claims as c on c.source_id = h.source_id
    where c.binned_at is null
    union all
    select s.name
    from heard as h
    inner join library.claims as c on c.source_id = h.source_id
    inner join library.claim_uses as u on u.claim_id = c.claim_id
    inner join library.sources as s on s.source_id = u.source_id
    where s.kind = 'named_only'
)

select distinct n.name
from named as n
where n.name is not null
order by n.name
