-- purpose: the reports that have a section under a heading, whatever it is read as
-- grain: one row per report
-- parameters: heading
-- columns: source_id
select distinct s.source_id
from library.report_sections as s
where s.heading = $heading
order by s.source_id
