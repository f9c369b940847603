-- purpose: forget the values of some proposals
-- parameters: ids
delete from plan.proposal_values
where list_contains($ids::text[], proposal_id)
