-- purpose: the title of a report
-- grain: one row at most
-- parameters: source_id
-- columns: title
select r.title
from library.reports as r
where r.source_id = $source_id
order by r.source_id
