-- purpose: the rejected comments of one import
-- grain: one row per rejected comment
-- parameters: import_id
-- columns: row, reason, values
select r.row as row, r.reason as reason, r."values" as "values"
from library.comment_rejects as r
where r.import_id = $import_id
order by r.row
