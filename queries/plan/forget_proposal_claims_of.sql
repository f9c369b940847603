-- purpose: forget the claims of some proposals
-- parameters: ids
delete from plan.proposal_claims
where list_contains($ids::text[], proposal_id)
