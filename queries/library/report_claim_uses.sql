-- purpose: the sources that the claims of a report use, and whether a person changed the claim since
-- grain: one row per use
-- parameters: source_id
-- columns: claim_id, source_id, placement, label, url, note, grade, grade_reason, is_changed
select
    u.claim_id,
    u.source_id,
    u.placement,
    u.label,
    u.url,
    u.note,
    u.grade,
    u.grade_reason,
    c.rev > 1 as is_changed
from library.report_claims as r
inner join library.claims as c on c.claim_id = r.claim_id
inner join library.claim_uses as u on u.claim_id = r.claim_id
where r.source_id = $source_id
order by u.claim_id, u.position
