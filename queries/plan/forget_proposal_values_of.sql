-- purpose: forget the values of some proposals
-- parameters: proposal_ids
delete from plan.proposal_values
where list_contains($proposal_ids::text[], proposal_id)
