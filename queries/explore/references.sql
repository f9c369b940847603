-- purpose: what a document lists as its sources, and what each is known as
-- grain: one row per reference, in the document's order
-- parameters: source_id
-- columns: source_id, label, url, name, kind, origin, uses
select
    r.cited_id as source_id,
    r.label,
    r.url,
    s.name,
    s.kind,
    s.origin,
    (
        select count(*) as uses
        from library.claim_uses as u
        inner join library.claims as c on u.claim_id = c.claim_id
        where u.source_id = r.cited_id and c.source_id = r.source_id and c.status <> 'rejected' and c.binned_at is null
    ) as uses
from library.source_references as r
inner join library.sources as s on r.cited_id = s.source_id
where r.source_id = $source_id and s.binned_at is null
order by r.position
