-- purpose: how it stands to other reports of a report
-- grain: one row per relation
-- parameters: source_id
-- columns: section, position, reference, kind, body
select r.section, r.position, r.reference, r.kind, r.body
from library.report_relations as r
where r.source_id = $source_id
order by r.section, r.position
