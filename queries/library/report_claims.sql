-- purpose: the claims of a report where they stand in it, as it states them and as they are now
-- grain: one row per claim
-- parameters: source_id
-- columns: section, claim_id, stated, stated_grade, grade_words, statement, body, grade, grade_reason, is_binned
select
    r.section,
    r.claim_id,
    r.statement as stated,
    r.grade as stated_grade,
    r.grade_words,
    c.statement,
    c.body,
    c.grade,
    c.grade_reason,
    c.binned_at is not null as is_binned
from library.report_claims as r
inner join library.claims as c on c.claim_id = r.claim_id
where r.source_id = $source_id
order by r.section, r.position
