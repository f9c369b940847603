-- purpose: when an angle is covered, by weeks that start on Monday, within the filters
-- grain: one row per angle and week with a dated work
-- parameters: topic_id, platforms, creators, roles, date_from, date_to, min_response
-- columns: angle, week, works, creators
select
    a.key as angle,
    date_trunc('week', l.day)::date as week,
    count(*) as works,
    count(distinct l.creator_key) as creators
from library.labels_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double) as l
inner join library.angles as a on a.angle_id = l.angle_id
where l.day is not null
group by a.key, a.position, week
order by a.position, week
