-- purpose: when the sample was put into the bin, null where none lies there
-- grain: one row
-- parameters: none
-- columns: binned_at
select max(b.binned_at) as binned_at
from library.binned_sample as b
order by binned_at
