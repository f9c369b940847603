-- purpose: the sources that a report cites or rates, each with the lowest grade that its table gives
-- grain: one row per source
-- parameters: source_id
-- columns: source_id, name, kind, origin, grade
with cited as (
    select u.source_id as cited_id, null as grade
    from library.report_claims as r
    inner join library.claim_uses as u on u.claim_id = r.claim_id
    where r.source_id = $source_id
    union all
    select r.cited_id, r.grade
    from library.report_ratings as r
    where r.source_id = $source_id
    union all
    select u.cited_id, null
    from library.report_counterpoint_uses as u
    where u.source_id = $source_id
),
graded as (
    select c.cited_id, min(list_position(['low', 'medium', 'high'], c.grade)) as place
    from cited as c
    group by c.cited_id
)
select
    s.source_id,
    s.name,
    s.kind,
    s.origin,
    coalesce(['low', 'medium', 'high'][g.place], 'unrated') as grade
from graded as g
inner join library.sources as s on s.source_id = g.cited_id
order by g.place desc nulls last, s.source_id
