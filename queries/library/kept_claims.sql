-- purpose: claims as a plan refers to them, those in the bin as well
-- grain: one row per claim
-- parameters: claim_ids
-- columns: claim_id, source_id, position, statement, body, kind, grade, grade_reason, said_by, hedges, as_of, good_until,
--   status, is_binned
select
    c.claim_id,
    c.source_id,
    c.position,
    c.statement,
    c.body,
    c.kind,
    c.grade,
    c.grade_reason,
    c.said_by,
    c.hedges,
    c.as_of,
    c.good_until,
    c.status,
    c.binned_at is not null as is_binned
from library.claims as c
where list_contains($claim_ids::bigint[], c.claim_id)
order by c.statement, c.source_id, c.position, c.claim_id
