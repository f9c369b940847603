-- purpose: who is for and who is against a proposal
-- grain: one row per person
-- parameters: proposal_id
-- columns: who, vote, voted_at
select v.who, v.vote, v.voted_at
from plan.votes as v
where v.proposal_id = $proposal_id
order by v.voted_at, v.who
