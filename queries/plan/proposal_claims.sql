-- purpose: what proposals of a report lean on
-- grain: one row per claim leant on
-- parameters: source_id
-- columns: proposal_id, position, claim_id, title, grade, grade_words, body
select c.proposal_id, c.position, c.claim_id, c.title, c.grade, c.grade_words, c.body
from plan.proposal_claims as c
inner join plan.proposals as p on p.proposal_id = c.proposal_id
where p.source_id = $source_id
order by c.proposal_id, c.position
