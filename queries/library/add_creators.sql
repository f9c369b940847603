-- purpose: add the creators that no work had before; a work without one goes to its platform's unknown creator
-- reads: staged
-- parameters: is_sample
insert into library.creators (creator_key, platform, creator_id, name, is_hidden, is_sample)
select
    nextval('library.creator_keys') as creator_key,
    n.platform,
    n.creator_id,
    n.name,
    n.is_hidden,
    $is_sample
from (
    select
        s.platform,
        s.creator_id,
        arg_max(nullif(s.creator_name, ''), s.captured_at) filter (s.creator_id <> '') as name,
        bool_and(s.is_creator_hidden) as is_hidden
    from staged as s
    where
        not exists (
            select 1 from library.creators as c where c.platform = s.platform and c.creator_id = s.creator_id
        )
        and not exists (
            select 1 from library.creator_aliases as a where a.platform = s.platform and a.alias_id = s.creator_id
        )
        and (s.creator_id <> '' or not s.is_known)
    group by s.platform, s.creator_id
) as n
