-- purpose: forget the counter-arguments of proposals that went with the sample
-- parameters: none
delete from plan.proposal_counterpoints
where proposal_id not in (select p.proposal_id from plan.proposals as p)
