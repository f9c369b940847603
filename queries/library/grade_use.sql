-- purpose: keep what a source is worth for one claim
-- parameters: claim_id, position, grade, grade_reason
update library.claim_uses
set grade = $grade, grade_reason = $grade_reason
where claim_id = $claim_id and position = $position
