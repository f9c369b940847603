-- purpose: the rejected rows of one import
-- grain: one row per rejected row
-- parameters: import_id
-- columns: row, reason, values
select r.row as row, r.reason as reason, r."values" as "values"
from library.rejects as r
where r.import_id = $import_id
order by r.row
