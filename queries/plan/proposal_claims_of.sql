-- purpose: the claims of some proposals
-- grain: one row per entry
-- parameters: ids
-- columns: proposal_id, position, claim_id, title, grade, grade_words, body
select x.proposal_id, x.position, x.claim_id, x.title, x.grade, x.grade_words, x.body
from plan.proposal_claims as x
where list_contains($ids::text[], x.proposal_id)
order by x.proposal_id, x.position
