-- purpose: forget the votes of proposals that went with the sample
-- parameters: none
delete from plan.votes
where proposal_id not in (select p.proposal_id from plan.proposals as p)
