-- purpose: forget candidates that their document no longer holds: what they contradict
-- parameters: claim_ids
delete from library.conflicts
where list_contains($claim_ids::bigint[], claim_id) or list_contains($claim_ids::bigint[], other_claim_id)
