-- purpose: put claims into the bin
-- parameters: claim_ids
update library.claims
set binned_at = now()
where list_contains($claim_ids::bigint[], claim_id) and binned_at is null
