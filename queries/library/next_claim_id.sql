-- purpose: the number of a new claim
-- grain: one row
-- parameters: none
-- columns: claim_id
select nextval('library.claim_ids') as claim_id
