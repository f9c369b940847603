-- purpose: learn that an id which hides its creator is the creator that a known work already has
-- reads: staged
-- parameters: none
insert into library.creator_aliases
select
    s.platform,
    s.creator_id as alias_id,
    min(w.creator_key) as creator_key
from staged as s
inner join library.works as w on w.work_key = s.work_key
inner join library.creators as c on c.creator_key = w.creator_key
where
    s.creator_id <> ''
    and c.creator_id <> ''
    and s.creator_id <> c.creator_id
    and (s.is_creator_hidden or c.is_hidden)
    and not exists (
        select 1 from library.creator_aliases as a where a.platform = s.platform and a.alias_id = s.creator_id
    )
    and not exists (
        select 1 from library.creators as k where k.platform = s.platform and k.creator_id = s.creator_id
    )
group by s.platform, s.creator_id
