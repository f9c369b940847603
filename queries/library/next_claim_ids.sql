-- purpose: the numbers of so many new claims
-- grain: one row per claim
-- parameters: claims
-- columns: claim_id
with numbers as (
    select nextval('library.claim_ids') as claim_id
    from range($claims::bigint)
)

select n.claim_id
from numbers as n
order by n.claim_id
