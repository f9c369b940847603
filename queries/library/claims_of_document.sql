-- purpose: the claims that were drawn from a document, whatever became of them
-- grain: one row per claim
-- parameters: source_id
-- columns: statement
select c.statement
from library.claims as c
where c.source_id = $source_id
order by c.claim_id
