-- purpose: the titles that its blind spots quote of a report
-- grain: one row per quoted title
-- parameters: source_id
-- columns: section, blind_spot, position, label, quoted_title
select e.section, e.blind_spot, e.position, e.label, e.quoted_title
from library.report_examples as e
where e.source_id = $source_id
order by e.section, e.blind_spot, e.position
