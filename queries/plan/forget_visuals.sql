-- purpose: forget the pictures for proposals of a report
-- parameters: source_id
delete from plan.visuals
where proposal_id in (select p.proposal_id from plan.proposals as p where p.source_id = $source_id)
