-- purpose: a conflict is between a claim and one other side, a claim or a source, and both are there
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from library.conflicts as k
left join library.claims as c on c.claim_id = k.claim_id
left join library.claims as o on o.claim_id = k.other_claim_id
left join library.sources as s on s.source_id = k.other_source_id
where c.claim_id is null or (o.claim_id is null) = (s.source_id is null)
order by violations
