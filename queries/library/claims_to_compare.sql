-- purpose: what the claims of one document, or of all, say in full
-- grain: one row per claim that is not rejected
-- parameters: source_id
-- columns: claim_id, text
select
    c.claim_id,
    concat_ws(chr(10), c.statement, c.body) as text
from library.claims as c
where ($source_id is null or c.source_id = $source_id) and c.status <> 'rejected' and c.binned_at is null
order by c.claim_id
