-- purpose: what claims say and what each is worth
-- grain: one row per claim
-- parameters: claim_ids
-- columns: claim_id, statement, grade, grade_reason, body
select c.claim_id, c.statement, c.grade, c.grade_reason, c.body
from library.claims as c
where list_contains($claim_ids::bigint[], c.claim_id) and c.binned_at is null
order by c.claim_id
