-- purpose: the counterpoints of some proposals
-- grain: one row per entry
-- parameters: ids
-- columns: proposal_id, position, title, claim, answer
select x.proposal_id, x.position, x.title, x.claim, x.answer
from plan.proposal_counterpoints as x
where list_contains($ids::text[], x.proposal_id)
order by x.proposal_id, x.position
