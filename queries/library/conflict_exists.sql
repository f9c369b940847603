-- purpose: whether there is a conflict of this number
-- grain: one row where there is
-- parameters: conflict_id
-- columns: conflict_id
select f.conflict_id
from library.conflicts as f
where f.conflict_id = $conflict_id
order by f.conflict_id
