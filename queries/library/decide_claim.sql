-- purpose: keep what a person decided on a claim
-- parameters: claim_id, status, statement, said_by
update library.claims
set status = $status, statement = $statement, said_by = $said_by, decided_at = now(), rev = rev + 1
where claim_id = $claim_id
