-- purpose: the findings of a report
-- grain: one row per finding
-- parameters: source_id
-- columns: section, position, title, body
select f.section, f.position, f.title, f.body
from library.report_findings as f
where f.source_id = $source_id
order by f.section, f.position
