-- purpose: what the claims of all documents on the side of one say in full: the sample stays apart
-- grain: one row per claim that is not rejected
-- parameters: source_id
-- columns: source_id, claim_id, text
select
    c.source_id,
    c.claim_id,
    concat_ws(chr(10), c.statement, c.body) as text
from library.claims as c
inner join library.sources as s on s.source_id = c.source_id
inner join library.sources as d on d.source_id = $source_id and d.is_sample = s.is_sample
where c.status <> 'rejected' and c.binned_at is null
order by c.claim_id
