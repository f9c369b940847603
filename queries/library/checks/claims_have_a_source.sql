-- purpose: every claim was drawn from a document that is there, and every figure from a claim
-- grain: one row
-- parameters: none
-- columns: violations
with drawn as (
    select s.source_id is null as is_lost
    from library.claims as c
    left join library.sources as s on s.source_id = c.source_id
    union all
    select c.claim_id is null as is_lost
    from library.claim_figures as f
    left join library.claims as c on c.claim_id = f.claim_id
)
select count(*) as violations
from drawn as d
where d.is_lost
order by violations
