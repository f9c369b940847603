-- purpose: every vote on a proposal
-- grain: one row per vote
-- parameters: none
-- columns: proposal_id, who, vote, voted_at
select v.proposal_id, v.who, v.vote, v.voted_at
from plan.votes as v
order by v.proposal_id, v.who, v.voted_at
