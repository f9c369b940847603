-- purpose: how much each angle of a topic is covered within the filters; angles without a work have zeros
-- grain: one row per angle in use
-- parameters: topic_id, platforms, creators, roles, date_from, date_to, min_response
-- columns: angle_id, key, position, angle_group, name_zh, name_en, works, creators, square_share, first_day, last_day, responding_creators, mean_response, response_variance
with per_creator as (
    select w.creator_key, count(*) as work_count
    from library.scope_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double) as w
    group by w.creator_key
),
days as (
    select l.angle_id, min(l.day) as first_day, max(l.day) as last_day
    from library.labels_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double) as l
    group by l.angle_id
),
cells as (
    select l.angle_id, l.creator_key, count(*) as works, avg(l.response) as response
    from library.labels_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double) as l
    group by l.angle_id, l.creator_key
),
sums as (
    select
        c.angle_id,
        sum(c.works) as works,
        count(*) as creators,
        sum(c.works * c.works / p.work_count) as square_share,
        count(c.response) as responding_creators,
        avg(c.response) as mean_response,
        var_samp(c.response) as response_variance
    from cells as c
    inner join per_creator as p on p.creator_key = c.creator_key
    group by c.angle_id
)
select
    a.angle_id,
    a.key,
    a.position,
    a.angle_group,
    a.name_zh,
    a.name_en,
    coalesce(s.works, 0)::bigint as works,
    coalesce(s.creators, 0)::bigint as creators,
    coalesce(s.square_share, 0)::double as square_share,
    d.first_day,
    d.last_day,
    coalesce(s.responding_creators, 0)::bigint as responding_creators,
    s.mean_response,
    s.response_variance
from library.angles as a
left join sums as s on s.angle_id = a.angle_id
left join days as d on d.angle_id = a.angle_id
where a.topic_id = $topic_id and not a.is_retired
order by a.position
