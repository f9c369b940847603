-- purpose: what a claim says
-- grain: one row where there is such a claim
-- parameters: claim_id
-- columns: claim_id, source_id, statement, said_by, status
select
    c.claim_id,
    c.source_id,
    c.statement,
    c.said_by,
    c.status
from library.claims as c
where c.claim_id = $claim_id and c.binned_at is null
order by c.claim_id
