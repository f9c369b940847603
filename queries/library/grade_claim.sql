-- purpose: keep how far a claim can be relied on
-- parameters: claim_id, grade, grade_reason
update library.claims
set grade = $grade, grade_reason = $grade_reason
where claim_id = $claim_id
