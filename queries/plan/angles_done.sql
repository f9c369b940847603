-- purpose: what we have published already on the angles of a series' episodes: our works, and episodes of other series
-- grain: one row per episode and kind, with the latest of its kind
-- parameters: series_id
-- columns: episode_id, kind, name, done, done_on, times
with wanted as (
    select e.episode_id, p.angle_id, coalesce(a.name_zh, a.name_en, a.key) as name
    from plan.episodes as e
    inner join plan.proposals as p on p.proposal_id = e.proposal_id
    inner join library.angles as a on a.angle_id = p.angle_id
    where
        e.series_id = $series_id
        and e.binned_at is null
        -- what is published is among our works itself
        and e.published_on is null
        and e.status not in ('published', 'dropped')
),
own_works as (
    select l.angle_id, 'own_works' as kind, w.title, w.published_at::date as done_on
    from library.labels as l
    inner join library.works as w on w.work_key = l.work_key
    inner join library.creators as c on c.creator_key = w.creator_key
    where c.role = 'own'
),
episodes as (
    select p.angle_id, 'published' as kind, e.title, e.published_on as done_on
    from plan.episodes as e
    inner join plan.series as s on s.series_id = e.series_id
    inner join plan.proposals as p on p.proposal_id = e.proposal_id
    where
        e.series_id <> $series_id
        and e.binned_at is null
        and s.binned_at is null
        and (e.published_on is not null or e.status = 'published')
),
done as (
    select o.angle_id, o.kind, o.title, o.done_on from own_works as o
    union all
    select e.angle_id, e.kind, e.title, e.done_on from episodes as e
)
select
    w.episode_id,
    d.kind,
    w.name,
    coalesce(arg_max(d.title, coalesce(d.done_on, date '0001-01-01')), '') as done,
    max(d.done_on) as done_on,
    count(*) as times
from wanted as w
inner join done as d on d.angle_id = w.angle_id
group by w.episode_id, d.kind, w.name
order by w.episode_id, d.kind
