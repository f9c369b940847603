-- purpose: the values of some proposals
-- grain: one row per entry
-- parameters: ids
-- columns: proposal_id, position, title, body
select x.proposal_id, x.position, x.title, x.body
from plan.proposal_values as x
where list_contains($ids::text[], x.proposal_id)
order by x.proposal_id, x.position
