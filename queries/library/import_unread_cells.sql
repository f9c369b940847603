-- purpose: the cells of one import that were filled but not understood
-- grain: one row per cell
-- parameters: import_id
-- columns: row, column_name, value
select u.row as row, u.column_name as column_name, u.value as value
from library.unread_cells as u
where u.import_id = $import_id
order by u.row, u.column_name
