-- purpose: every comment on a proposal, those in the bin as well
-- grain: one row per comment
-- parameters: none
-- columns: proposal_id, who, said_at, text, binned_at
select c.proposal_id, c.who, c.said_at, c.text, c.binned_at
from plan.comments as c
order by c.proposal_id, c.said_at, c.who, c.text
