-- purpose: how many headers have a mapping that the user confirmed
-- grain: one row
-- parameters: none
-- columns: mappings
select count(*) as mappings
from library.mappings as m
where m.binned_at is null
order by mappings
