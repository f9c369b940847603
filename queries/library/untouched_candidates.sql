-- purpose: the candidates of a document that nobody has decided on or changed
-- grain: one row per candidate
-- parameters: source_id
-- columns: claim_id
select c.claim_id
from library.claims as c
where c.source_id = $source_id and c.status = 'candidate' and c.rev = 1 and c.binned_at is null
order by c.claim_id
