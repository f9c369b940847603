-- purpose: forget what proposals of a report lean on
-- parameters: source_id
delete from plan.proposal_claims
where proposal_id in (select p.proposal_id from plan.proposals as p where p.source_id = $source_id)
