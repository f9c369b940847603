-- purpose: forget the risks of some proposals
-- parameters: ids
delete from plan.risks
where list_contains($ids::text[], proposal_id)
