-- purpose: how tables are read, as somebody confirmed it, by the hash of their header
-- grain: one row per header
-- parameters: ids
-- columns: item_id, mapping, is_binned, rev
select m.header_hash as item_id, m.mapping, m.binned_at is not null as is_binned, m.rev
from library.mappings as m
where list_contains($ids::text[], m.header_hash)
order by m.header_hash
