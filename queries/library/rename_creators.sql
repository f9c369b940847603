-- purpose: give creators the name that the newest capture shows, unless that one masks it
-- reads: staged
-- parameters: none
update library.creators
set name = n.name, is_hidden = false
from (
    select
        s.platform,
        coalesce(a.creator_key, c.creator_key) as creator_key,
        arg_max(s.creator_name, s.captured_at) as name,
        max(s.captured_at) as captured_at
    from staged as s
    left join library.creator_aliases as a on a.platform = s.platform and a.alias_id = s.creator_id
    left join library.creators as c on c.platform = s.platform and c.creator_id = s.creator_id
    where s.creator_id <> '' and not s.is_creator_hidden and nullif(s.creator_name, '') is not null
    group by s.platform, coalesce(a.creator_key, c.creator_key)
) as n
where
    n.creator_key = library.creators.creator_key
    and n.name is distinct from library.creators.name
    and (
        library.creators.is_hidden
        or library.creators.name is null
        or not exists (
            select 1 from library.works as w where w.creator_key = n.creator_key and w.captured_at > n.captured_at
        )
    )
