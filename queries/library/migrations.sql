-- purpose: which schema files are applied
-- grain: one row per applied file
-- parameters: none
-- columns: name
select m.name as name
from main.migrations as m
order by m.name
