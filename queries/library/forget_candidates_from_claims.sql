-- purpose: forget candidates that their document no longer holds: the claims themselves
-- parameters: claim_ids
delete from library.claims where list_contains($claim_ids::bigint[], claim_id)
