-- purpose: the head and foot lines of a report
-- grain: one row per line
-- parameters: source_id
-- columns: section, position, key, label, value
select f.section, f.position, f.key, f.label, f.value
from library.report_fields as f
where f.source_id = $source_id
order by f.section, f.position
