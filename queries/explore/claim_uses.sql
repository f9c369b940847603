-- purpose: what each claim rests on: the sources as they are cited, with what each use is worth
-- grain: one row per use of a source for a claim
-- parameters: claim_ids
-- columns: claim_id, position, source_id, placement, label, url, note, grade, grade_reason, name, kind, origin,
--   reports_on, publisher, published_on
select
    u.claim_id,
    u.position,
    u.source_id,
    u.placement,
    u.label,
    u.url,
    u.note,
    u.grade,
    u.grade_reason,
    s.name,
    s.kind,
    s.origin,
    s.reports_on,
    s.publisher,
    s.published_on
from library.claim_uses as u
inner join library.sources as s on u.source_id = s.source_id
where u.claim_id in (select unnest($claim_ids::bigint[])) and s.binned_at is null
order by u.claim_id, u.position
