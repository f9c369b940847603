-- purpose: the creators with how many works we hold of each
-- grain: one row per creator
-- parameters: is_sample
-- columns: creator_key, platform, creator_id, name, role, creator_group, works, first_published, last_published, rev
with held as (
    select
        w.creator_key,
        count(*) as works,
        min(w.published_at) as first_published,
        max(w.published_at) as last_published
    from library.works as w
    group by w.creator_key
)
select
    c.creator_key,
    c.platform,
    c.creator_id,
    c.name,
    c.role,
    c.creator_group,
    coalesce(h.works, 0) as works,
    h.first_published,
    h.last_published,
    c.rev
from library.creators as c
left join held as h on h.creator_key = c.creator_key
where $is_sample::boolean is null or c.is_sample = $is_sample
order by works desc, c.platform, c.name, c.creator_id
