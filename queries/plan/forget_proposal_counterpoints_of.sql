-- purpose: forget the counterpoints of some proposals
-- parameters: proposal_ids
delete from plan.proposal_counterpoints
where list_contains($proposal_ids::text[], proposal_id)
