-- purpose: forget the risks of some proposals
-- parameters: proposal_ids
delete from plan.risks
where list_contains($proposal_ids::text[], proposal_id)
