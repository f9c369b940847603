-- purpose: what is to be said of the columns of one import: read as something else than they say, or left out
-- grain: one row per kind and column
-- parameters: import_id
-- columns: kind, column_name, row_count
select r.kind as kind, r.column_name as column_name, sum(r.row_count)::bigint as row_count
from library.remarks as r
where r.import_id = $import_id
group by r.kind, r.column_name
order by min(r.rowid)
