-- purpose: the claims that say one of some sentences, with the origin of the document they were drawn from
-- grain: one row per claim, those in the bin last
-- parameters: statements
-- columns: claim_id, statement, origin
select c.claim_id, c.statement, s.origin
from library.claims as c
inner join library.sources as s on s.source_id = c.source_id
where list_contains($statements::text[], c.statement)
order by c.binned_at is not null, c.claim_id
