-- purpose: keep somebody's vote on a proposal, in place of an earlier one
-- parameters: proposal_id, who, vote
merge into plan.votes as v
using (select $proposal_id as proposal_id, $who as who, $vote::integer as vote) as g
on v.proposal_id = g.proposal_id and v.who = g.who
when matched then update set vote = g.vote, voted_at = now()
when not matched then insert (proposal_id, who, vote, voted_at) values (g.proposal_id, g.who, g.vote, now())
