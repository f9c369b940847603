-- purpose: put proposals into the bin
-- parameters: proposal_ids
update plan.proposals
set binned_at = now()
where list_contains($proposal_ids::text[], proposal_id) and binned_at is null
