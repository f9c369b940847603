-- purpose: who covers what: works of each angle by each creator within the filters
-- grain: one row per angle and creator with a work
-- parameters: topic_id, platforms, creators, roles, date_from, date_to, min_response
-- columns: angle, creator_key, creator, platform, works, creators
with cells as (
    select l.angle_id, l.creator_key, count(*) as works
    from library.labels_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double) as l
    group by l.angle_id, l.creator_key
)
select
    a.key as angle,
    n.creator_key,
    coalesce(c.name, nullif(c.creator_id, '')) as creator,
    c.platform,
    n.works,
    1 as creators
from cells as n
inner join library.angles as a on a.angle_id = n.angle_id
inner join library.creators as c on c.creator_key = n.creator_key
order by a.position, n.works desc, n.creator_key
