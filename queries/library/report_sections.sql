-- purpose: the sections of a report
-- grain: one row per section
-- parameters: source_id
-- columns: section, key, heading, level, has_rule, verbatim, labels, body
select s.section, s.key, s.heading, s.level, s.has_rule, s.verbatim, s.labels, s.body
from library.report_sections as s
where s.source_id = $source_id
order by s.section
