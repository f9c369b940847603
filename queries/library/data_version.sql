-- purpose: the number that keys every cached result
-- grain: one row
-- parameters: none
-- columns: data_version
select s.data_version as data_version
from library.state as s
order by data_version
