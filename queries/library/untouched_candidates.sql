-- purpose: the candidates of a document that nobody has decided on or changed, and whether a conflict of theirs was
--          settled or found by a person
-- grain: one row per candidate
-- parameters: source_id
-- columns: claim_id, statement, has_settlement
select
    c.claim_id,
    c.statement,
    exists (
        select 1
        from library.conflicts as f
        where
            (f.claim_id = c.claim_id or f.other_claim_id = c.claim_id)
            and (f.status = 'settled' or f.found_by = 'person')
    ) as has_settlement
from library.claims as c
where c.source_id = $source_id and c.status = 'candidate' and c.rev = 1 and c.binned_at is null
order by c.claim_id
