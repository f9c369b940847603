-- purpose: what may be said against it of a report
-- grain: one row per counterpoint
-- parameters: source_id
-- columns: section, position, kind, title, claim, response
select c.section, c.position, c.kind, c.title, c.claim, c.response
from library.report_counterpoints as c
where c.source_id = $source_id
order by c.section, c.position
