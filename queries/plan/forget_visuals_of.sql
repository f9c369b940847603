-- purpose: forget the visuals of some proposals
-- parameters: ids
delete from plan.visuals
where list_contains($ids::text[], proposal_id)
