-- purpose: the mapping that the user confirmed for tables with this header
-- grain: at most one row
-- parameters: header_hash
-- columns: mapping
select m.mapping
from library.mappings as m
where m.header_hash = $header_hash and m.binned_at is null
order by m.saved_at
