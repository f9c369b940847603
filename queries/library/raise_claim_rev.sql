-- purpose: note that a claim, or what it rests on, was edited
-- parameters: claim_id
update library.claims
set rev = rev + 1
where claim_id = $claim_id
