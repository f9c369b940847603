-- purpose: a work stands in the library once, by its platform and id and by its key
-- grain: one row
-- parameters: none
-- columns: violations
select
    (count(*) - count(distinct (w.platform, w.work_id))) + (count(*) - count(distinct w.work_key)) as violations
from library.works as w
order by violations
