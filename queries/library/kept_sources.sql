-- purpose: sources as a plan refers to them, without what was read of them
-- grain: one row per source
-- parameters: source_ids
-- columns: source_id, name, kind, origin, reports_on, publisher, author, published_on, language, urls
select
    s.source_id,
    s.name,
    s.kind,
    s.origin,
    s.reports_on,
    s.publisher,
    s.author,
    s.published_on,
    s.language,
    (
        select coalesce(list(u.url order by u.url), []) as urls
        from library.source_urls as u
        where u.source_id = s.source_id
    ) as urls
from library.sources as s
where list_contains($source_ids::bigint[], s.source_id)
order by s.name, s.origin, s.source_id
