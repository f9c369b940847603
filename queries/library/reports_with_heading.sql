-- purpose: the reports that have a section under a heading that was not known
-- grain: one row per report
-- parameters: heading
-- columns: source_id
select distinct s.source_id
from library.report_sections as s
where s.key is null and s.heading = $heading
order by s.source_id
