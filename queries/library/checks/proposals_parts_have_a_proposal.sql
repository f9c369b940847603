-- purpose: all that stands in a proposal or was said of it belongs to one that is there; its claims are there too
-- grain: one row
-- parameters: none
-- columns: violations
with parts as (
    select v.proposal_id, null as claim_id from plan.proposal_values as v
    union all
    select c.proposal_id, c.claim_id from plan.proposal_claims as c
    union all
    select r.proposal_id, null as claim_id from plan.risks as r
    union all
    select v.proposal_id, null as claim_id from plan.visuals as v
    union all
    select a.proposal_id, null as claim_id from plan.proposal_counterpoints as a
    union all
    select v.proposal_id, null as claim_id from plan.votes as v
    union all
    select c.proposal_id, null as claim_id from plan.comments as c
)
select count(*) as violations
from parts as p
left join plan.proposals as o on o.proposal_id = p.proposal_id
left join library.claims as c on c.claim_id = p.claim_id
where o.proposal_id is null or (p.claim_id is not null and c.claim_id is null)
order by violations
