-- purpose: the rows of the sample that lie in the bin
-- grain: one row per table
-- parameters: none
-- columns: table_name, rows, binned_at
select b.table_name, b.rows, b.binned_at
from library.binned_sample as b
order by b.table_name
