-- purpose: forget candidates that their document no longer holds: which sources they use
-- parameters: claim_ids
delete from library.claim_uses where list_contains($claim_ids::bigint[], claim_id)
