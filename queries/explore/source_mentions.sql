-- purpose: how documents cite and rate their sources, each mention as it is written
-- grain: one row per mention
-- parameters: document_ids
-- columns: document_id, source_id, claim_id, place, label, url, grade, note
select
    c.source_id as document_id,
    u.source_id,
    u.claim_id,
    'use' as place,
    u.label,
    u.url,
    u.grade,
    concat_ws(' ', u.note, u.grade_reason) as note
from library.claim_uses as u
inner join library.claims as c on u.claim_id = c.claim_id
where
    c.source_id in (select unnest($document_ids::bigint[])) and c.status <> 'rejected' and c.binned_at is null
union all
select
    r.source_id as document_id,
    r.cited_id as source_id,
    null as claim_id,
    'rating' as place,
    r.label,
    r.url,
    r.grade,
    r.note
from library.report_ratings as r
where r.source_id in (select unnest($document_ids::bigint[]))
union all
select
    p.source_id as document_id,
    p.cited_id as source_id,
    null as claim_id,
    'counterpoint' as place,
    p.label,
    p.url,
    'unrated' as grade,
    p.note
from library.report_counterpoint_uses as p
where p.source_id in (select unnest($document_ids::bigint[]))
order by document_id, source_id, place, claim_id, label, url
