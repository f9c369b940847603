-- purpose: what people say of creators
-- grain: one row per creator
-- parameters: ids
-- columns: item_id, role, creator_group, rev
select c.creator_key::text as item_id, c.role, coalesce(c.creator_group, '') as creator_group, c.rev
from library.creators as c
where list_contains($ids::text[], c.creator_key::text)
order by c.creator_key
