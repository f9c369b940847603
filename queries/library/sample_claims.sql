-- purpose: the claims drawn from the sample's documents
-- grain: one row per claim
-- parameters: none
-- columns: claim_id
select c.claim_id
from library.claims as c
inner join library.sources as s on s.source_id = c.source_id
where s.is_sample
order by c.claim_id
