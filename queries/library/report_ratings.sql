-- purpose: the table that grades its sources of a report
-- grain: one row per row of that table
-- parameters: source_id
-- columns: section, position, cited_id, label, url, grade, grade_words, note
select r.section, r.position, r.cited_id, r.label, r.url, r.grade, r.grade_words, r.note
from library.report_ratings as r
where r.source_id = $source_id
order by r.section, r.position
