-- purpose: what the claims of a document say in full, or of all documents on its side: the sample stays apart
-- grain: one row per claim that is not rejected
-- parameters: source_id, of_all
-- columns: claim_id, text
select
    c.claim_id,
    concat_ws(chr(10), c.statement, c.body) as text
from library.claims as c
inner join library.sources as s on s.source_id = c.source_id
inner join library.sources as d on d.source_id = $source_id and d.is_sample = s.is_sample
where ($of_all::boolean or c.source_id = $source_id) and c.status <> 'rejected' and c.binned_at is null
order by c.claim_id
