-- purpose: every row of every file is accounted for
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from library.imports as i
where i.rows_read <> i.works_added + i.works_updated + i.works_unchanged + i.duplicates_in_file + i.rows_rejected
order by violations
