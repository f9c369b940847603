-- purpose: the sources of a topic: its documents, what these list and what their claims rest on; or all sources
-- grain: one row per source, those with the most claims first
-- parameters: topic_id, is_sample
-- columns: source_id, name, kind, origin, reports_on, publisher, author, published_on, has_text, urls, claims,
--   candidates, uses
with documents as (
    select t.source_id
    from library.topic_sources as t
    where t.topic_id = $topic_id
),

claims as (
    select
        c.claim_id,
        c.source_id,
        c.status
    from library.claims as c
    where c.binned_at is null and ($topic_id is null or c.source_id in (select d.source_id from documents as d))
),

drawn as (
    select
        c.source_id,
        count(*) filter (where c.status = 'accepted') as claims,
        count(*) filter (where c.status = 'candidate') as candidates
    from claims as c
    group by c.source_id
),

used as (
    select
        u.source_id,
        count(distinct u.claim_id) filter (where c.status = 'accepted') as uses
    from library.claim_uses as u
    inner join claims as c on u.claim_id = c.claim_id
    group by u.source_id
),

addresses as (
    select
        a.source_id,
        list(a.url order by a.url) as urls
    from library.source_urls as a
    group by a.source_id
)

select
    s.source_id,
    s.name,
    s.kind,
    s.origin,
    s.reports_on,
    s.publisher,
    s.author,
    s.published_on,
    s.body is not null as has_text,
    coalesce(a.urls, []) as urls,
    coalesce(n.claims, 0) as claims,
    coalesce(n.candidates, 0) as candidates,
    coalesce(u.uses, 0) as uses
from library.sources as s
left join drawn as n on s.source_id = n.source_id
left join used as u on s.source_id = u.source_id
left join addresses as a on s.source_id = a.source_id
where
    s.binned_at is null
    and ($is_sample is null or s.is_sample = $is_sample)
    and (
        $topic_id is null
        or s.source_id in (select d.source_id from documents as d)
        or u.source_id is not null
        or s.source_id in (
            select r.cited_id
            from library.source_references as r
            inner join documents as d on r.source_id = d.source_id
        )
    )
order by uses desc, claims desc, s.source_id
