-- purpose: by what a source is known
-- grain: one row where there is such a source
-- parameters: source_id
-- columns: source_id, name, kind, origin, sha256, canonical, is_sample
select
    s.source_id,
    s.name,
    s.kind,
    s.origin,
    s.sha256,
    (
        select min(u.canonical) as canonical
        from library.source_urls as u
        where u.source_id = s.source_id
    ) as canonical,
    s.is_sample
from library.sources as s
where s.source_id = $source_id and s.binned_at is null
order by s.source_id
