-- purpose: what others leave unsaid of a report
-- grain: one row per blind spot
-- parameters: source_id
-- columns: section, position, kind, title, body, opportunity
select bs.section, bs.position, bs.kind, bs.title, bs.body, bs.opportunity
from library.report_blind_spots as bs
where bs.source_id = $source_id
order by bs.section, bs.position
