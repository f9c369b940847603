-- purpose: forget the claims of some proposals
-- parameters: proposal_ids
delete from plan.proposal_claims
where list_contains($proposal_ids::text[], proposal_id)
