-- purpose: the risks of proposals of a report
-- grain: one row per risk
-- parameters: source_id
-- columns: proposal_id, position, title, body, kind, mitigation
select r.proposal_id, r.position, r.title, r.body, r.kind, r.mitigation
from plan.risks as r
inner join plan.proposals as p on p.proposal_id = r.proposal_id
where p.source_id = $source_id
order by r.proposal_id, r.position
