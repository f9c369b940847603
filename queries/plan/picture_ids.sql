-- purpose: which pictures there are
-- grain: one row per picture
-- parameters: none
-- columns: picture_id
select p.picture_id
from plan.pictures as p
order by p.picture_id
