-- purpose: the proposals that an episode can be made of, the newest first
-- grain: one row per proposal
-- parameters: none
-- columns: proposal_id, title
select p.proposal_id, p.title
from plan.proposals as p
where p.binned_at is null and p.status <> 'dropped'
order by p.created_at desc, p.section, p.position, p.proposal_id
