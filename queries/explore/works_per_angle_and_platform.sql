-- purpose: on which platform an angle is covered, within the filters
-- grain: one row per angle and platform with a work
-- parameters: topic_id, platforms, creators, roles, date_from, date_to, min_response
-- columns: angle, platform, works, creators
select
    a.key as angle,
    l.platform,
    count(*) as works,
    count(distinct l.creator_key) as creators
from library.labels_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double) as l
inner join library.angles as a on a.angle_id = l.angle_id
group by a.key, a.position, l.platform
order by a.position, works desc, l.platform
