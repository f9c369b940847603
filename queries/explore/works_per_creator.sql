-- purpose: the creators in scope with all their works there, labelled or not
-- grain: one row per creator with a work
-- parameters: topic_id, platforms, creators, roles, date_from, date_to, min_response
-- columns: creator_key, creator, platform, works
with counted as (
    select w.creator_key, count(*) as works
    from library.scope_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double) as w
    group by w.creator_key
)
select
    n.creator_key,
    coalesce(c.name, nullif(c.creator_id, '')) as creator,
    c.platform,
    n.works
from counted as n
inner join library.creators as c on c.creator_key = n.creator_key
order by n.works desc, n.creator_key
