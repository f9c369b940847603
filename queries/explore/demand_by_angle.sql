-- purpose: what asks for each angle of a topic: origins by their best grade, claims, viewers' questions
-- grain: one row per angle in use
-- parameters: topic_id
-- columns: key, origins, high, medium, low, unrated, newest_on, claims, candidates, questions, question_likes
with wanted as (
    select d.angle_id, d.item, d.item_id
    from library.demand_labels as d
    inner join library.angles as a on a.angle_id = d.angle_id
    where a.topic_id = $topic_id and not a.is_retired
),
claims as (
    select d.angle_id, c.claim_id, c.status
    from wanted as d
    inner join library.claims as c on c.claim_id = d.item_id
    inner join library.sources as s on s.source_id = c.source_id
    where d.item = 'claim' and c.binned_at is null and s.binned_at is null
),
mentions as (
    select d.angle_id, d.item_id as source_id, 'unrated' as grade
    from wanted as d
    where d.item = 'source'
    union all
    select c.angle_id, u.source_id, u.grade
    from claims as c
    inner join library.claim_uses as u on u.claim_id = c.claim_id
    where c.status = 'accepted'
),
origins as (
    select
        m.angle_id,
        s.origin,
        min(list_position(['high', 'medium', 'low', 'unrated'], m.grade)) as best,
        max(s.published_on) as newest_on
    from mentions as m
    inner join library.sources as s on s.source_id = m.source_id
    -- a report of our own passes on what its sources say
    where s.kind <> 'own_report' and s.binned_at is null
    group by m.angle_id, s.origin
),
graded as (
    select
        o.angle_id,
        count(*) as origins,
        count(*) filter (where o.best = 1) as high,
        count(*) filter (where o.best = 2) as medium,
        count(*) filter (where o.best = 3) as low,
        count(*) filter (where o.best = 4) as unrated,
        max(o.newest_on) as newest_on
    from origins as o
    group by o.angle_id
),
claimed as (
    select
        c.angle_id,
        count(*) filter (where c.status = 'accepted') as claims,
        count(*) filter (where c.status = 'candidate') as candidates
    from claims as c
    group by c.angle_id
),
asked as (
    select d.angle_id, count(*) as questions, sum(c.likes) as question_likes
    from wanted as d
    inner join library.comments as c on c.comment_key = d.item_id
    inner join library.works as w
        on w.platform = c.platform and w.work_id = c.work_id and w.is_sample = c.is_sample
    inner join library.creators as r on r.creator_key = w.creator_key
    semi join library.topic_works as t on t.topic_id = $topic_id and t.work_key = w.work_key
    where d.item = 'question' and r.role <> 'ignored'
    group by d.angle_id
)
select
    a.key,
    coalesce(g.origins, 0) as origins,
    coalesce(g.high, 0) as high,
    coalesce(g.medium, 0) as medium,
    coalesce(g.low, 0) as low,
    coalesce(g.unrated, 0) as unrated,
    g.newest_on,
    coalesce(c.claims, 0) as claims,
    coalesce(c.candidates, 0) as candidates,
    coalesce(q.questions, 0) as questions,
    q.question_likes::bigint as question_likes
from library.angles as a
left join graded as g on g.angle_id = a.angle_id
left join claimed as c on c.angle_id = a.angle_id
left join asked as q on q.angle_id = a.angle_id
where a.topic_id = $topic_id and not a.is_retired
order by a.position
