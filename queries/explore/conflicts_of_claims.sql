-- purpose: what contradicts claims, with both sides in their own words
-- grain: one row per conflict
-- parameters: claim_ids
-- columns: conflict_id, claim_id, other_claim_id, other_source_id, other_name, words, other_words, found_by, status,
--   settlement
select
    f.conflict_id,
    f.claim_id,
    f.other_claim_id,
    f.other_source_id,
    coalesce(o.name, d.name) as other_name,
    f.words,
    f.other_words,
    f.found_by,
    f.status,
    f.settlement
from library.conflicts as f
inner join library.claims as c on f.claim_id = c.claim_id
left join library.claims as e on f.other_claim_id = e.claim_id
left join library.sources as d on e.source_id = d.source_id
left join library.sources as o on f.other_source_id = o.source_id
where
    (f.claim_id in (select unnest($claim_ids::bigint[])) or f.other_claim_id in (select unnest($claim_ids::bigint[])))
    and c.status <> 'rejected'
    and c.binned_at is null
    and (f.other_claim_id is null or (e.status <> 'rejected' and e.binned_at is null))
    and (f.other_claim_id is null or d.binned_at is null)
    and (f.other_source_id is null or (o.source_id is not null and o.binned_at is null))
order by f.conflict_id
