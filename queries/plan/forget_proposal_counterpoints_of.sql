-- purpose: forget the counterpoints of some proposals
-- parameters: ids
delete from plan.proposal_counterpoints
where list_contains($ids::text[], proposal_id)
