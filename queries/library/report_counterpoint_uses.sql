-- purpose: the sources that counterpoints cite of a report
-- grain: one row per citation
-- parameters: source_id
-- columns: section, counterpoint, position, cited_id, label, url, note, placement
select cu.section, cu.counterpoint, cu.position, cu.cited_id, cu.label, cu.url, cu.note, cu.placement
from library.report_counterpoint_uses as cu
where cu.source_id = $source_id
order by cu.section, cu.counterpoint, cu.position
