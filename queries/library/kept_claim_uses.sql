-- purpose: the uses of sources for claims, also of sources in the bin
-- grain: one row per use of a source for a claim
-- parameters: claim_ids
-- columns: claim_id, source_id, placement, label, url, note, grade, grade_reason
select u.claim_id, u.source_id, u.placement, u.label, u.url, u.note, u.grade, u.grade_reason
from library.claim_uses as u
where list_contains($claim_ids::bigint[], u.claim_id)
order by u.claim_id, u.position
