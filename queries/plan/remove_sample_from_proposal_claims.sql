-- purpose: let the user's proposals lean on the words alone where the claim went with the sample
-- parameters: none
update plan.proposal_claims
set claim_id = null
where claim_id not in (select c.claim_id from library.claims as c)
