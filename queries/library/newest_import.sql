-- purpose: the number of the newest import, 0 where there is none
-- grain: one row
-- parameters: none
-- columns: import_id
select coalesce(max(i.import_id), 0) as import_id
from library.imports as i
order by import_id
