-- purpose: the user's own headings of report sections
-- grain: one row per heading
-- parameters: none
-- columns: key, heading
select a.key, a.heading
from library.heading_aliases as a
order by a.heading
