-- purpose: the respects in which it is compared of a report
-- grain: one row per facet
-- parameters: source_id
-- columns: section, relation, position, side, label, text
select f.section, f.relation, f.position, f.side, f.label, f.text
from library.report_facets as f
where f.source_id = $source_id
order by f.section, f.relation, f.position
