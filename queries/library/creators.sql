-- purpose: the creators with how many works we hold of each
-- grain: one row per creator
-- parameters: is_sample
-- columns: creator_key, platform, creator_id, name, role, creator_group, works, first_published, last_published
select
    c.creator_key,
    c.platform,
    c.creator_id,
    c.name,
    c.role,
    c.creator_group,
    count(w.work_key) as works,
    min(w.published_at) as first_published,
    max(w.published_at) as last_published
from library.creators as c
left join library.works as w on w.creator_key = c.creator_key
where $is_sample::boolean is null or c.is_sample = $is_sample
group by all
order by works desc, c.platform, c.name, c.creator_id
