-- purpose: the risks of some proposals
-- grain: one row per entry
-- parameters: ids
-- columns: proposal_id, position, title, body, kind, mitigation
select x.proposal_id, x.position, x.title, x.body, x.kind, x.mitigation
from plan.risks as x
where list_contains($ids::text[], x.proposal_id)
order by x.proposal_id, x.position
