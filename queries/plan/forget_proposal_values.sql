-- purpose: forget why proposals of a report are worth it
-- parameters: source_id
delete from plan.proposal_values
where proposal_id in (select p.proposal_id from plan.proposals as p where p.source_id = $source_id)
