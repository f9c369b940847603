-- purpose: how many works the library holds
-- grain: one row
-- parameters: none
-- columns: works
select count(*) as works
from library.works as w
order by works
