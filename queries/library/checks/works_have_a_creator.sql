-- purpose: every work belongs to a creator, be it its platform's unknown one
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from library.works as w
anti join library.creators as c on c.creator_key = w.creator_key and c.platform = w.platform
order by violations
