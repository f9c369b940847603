-- purpose: the figures of claims
-- grain: one row per figure
-- parameters: claim_ids
-- columns: claim_id, value, unit, words
select
    f.claim_id,
    f.value,
    f.unit,
    f.words
from library.claim_figures as f
where f.claim_id in (select unnest($claim_ids::bigint[]))
order by f.claim_id, f.position
