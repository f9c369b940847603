-- purpose: how the sources that the claims of a document rest on are called, there and by themselves
-- grain: one row per claim, source and wording
-- parameters: source_id
-- columns: claim_id, source_id, text
select
    u.claim_id,
    u.source_id,
    u.label as text
from library.claim_uses as u
inner join library.claims as c on u.claim_id = c.claim_id
where c.source_id = $source_id and c.binned_at is null
union
select
    u.claim_id,
    u.source_id,
    s.name as text
from library.claim_uses as u
inner join library.claims as c on u.claim_id = c.claim_id
inner join library.sources as s on u.source_id = s.source_id
where c.source_id = $source_id and c.binned_at is null
order by claim_id, source_id, text
