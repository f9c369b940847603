-- purpose: why proposals of a report are worth it
-- grain: one row per value
-- parameters: source_id
-- columns: proposal_id, position, title, body
select v.proposal_id, v.position, v.title, v.body
from plan.proposal_values as v
inner join plan.proposals as p on p.proposal_id = v.proposal_id
where p.source_id = $source_id
order by v.proposal_id, v.position
