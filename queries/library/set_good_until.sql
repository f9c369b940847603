-- purpose: keep until when a claim may be used without looking again
-- parameters: claim_id, good_until
update library.claims
set good_until = $good_until
where claim_id = $claim_id
