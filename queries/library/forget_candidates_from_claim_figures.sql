-- purpose: forget candidates that their document no longer holds: their figures
-- parameters: claim_ids
delete from library.claim_figures where list_contains($claim_ids::bigint[], claim_id)
