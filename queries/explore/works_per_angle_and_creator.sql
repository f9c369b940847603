-- purpose: who covers what: works of each angle by each creator within the filters
-- grain: one row per angle and creator with a work
-- parameters: topic_id, platforms, creators, roles, date_from, date_to, min_response
-- columns: angle, creator_key, creator, platform, works, creators
select
    a.key as angle,
    l.creator_key,
    any_value(coalesce(c.name, nullif(c.creator_id, ''))) as creator,
    any_value(c.platform) as platform,
    count(*) as works,
    1 as creators
from library.labels_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double) as l
inner join library.angles as a on a.angle_id = l.angle_id
inner join library.creators as c on c.creator_key = l.creator_key
group by a.key, a.position, l.creator_key
order by a.position, works desc, l.creator_key
