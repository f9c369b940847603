-- purpose: the creators in scope with all their works there, labelled or not
-- grain: one row per creator with a work
-- parameters: topic_id, platforms, creators, roles, date_from, date_to, min_response
-- columns: creator_key, creator, platform, works
select
    w.creator_key,
    any_value(coalesce(c.name, nullif(c.creator_id, ''))) as creator,
    any_value(c.platform) as platform,
    count(*) as works
from library.scope_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double) as w
inner join library.creators as c on c.creator_key = w.creator_key
group by w.creator_key
order by works desc, w.creator_key
