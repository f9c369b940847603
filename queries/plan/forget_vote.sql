-- purpose: take somebody's vote on a proposal back
-- parameters: proposal_id, who
delete from plan.votes
where proposal_id = $proposal_id and who = $who
