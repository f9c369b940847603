-- purpose: forget the visuals of some proposals
-- parameters: proposal_ids
delete from plan.visuals
where list_contains($proposal_ids::text[], proposal_id)
