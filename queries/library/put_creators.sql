-- purpose: write what people say of creators; new ones come in with their works only
-- parameters: rows
update library.creators as c
set role = g.role, creator_group = nullif(g.creator_group, ''), rev = g.rev
from (
    select
        unnest(
            cast($rows as struct(item_id bigint, role text, creator_group text, rev bigint)[]),
            max_depth := 2
        )
) as g
where c.creator_key = g.item_id
