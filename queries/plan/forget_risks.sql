-- purpose: forget the risks of proposals of a report
-- parameters: source_id
delete from plan.risks
where proposal_id in (select p.proposal_id from plan.proposals as p where p.source_id = $source_id)
