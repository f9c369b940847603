-- purpose: which stored reports a report speaks of as its earlier ones, known by file name or title
-- grain: one row per relation that it describes, and per stored report that this fits
-- parameters: source_id
-- columns: reference, kind, related_id, title, researched_on
with stored as (
    select
        r.source_id,
        r.title,
        r.researched_on,
        s.is_sample,
        lower(regexp_replace(regexp_extract(s.file, '[^/\\]*$'), '\.[a-zA-Z]{2,8}$', '')) as stem
    from library.reports as r
    inner join library.sources as s on s.source_id = r.source_id
    where s.binned_at is null
),
described as (
    select
        r.section,
        r.position,
        r.reference,
        r.kind,
        s.is_sample,
        lower(regexp_replace(trim(r.reference), '\.[a-zA-Z]{2,8}$', '')) as stem
    from library.report_relations as r
    inner join library.sources as s on s.source_id = r.source_id
    where r.source_id = $source_id
)
select d.reference, d.kind, o.source_id as related_id, o.title, o.researched_on
from described as d
left join stored as o
    on
        o.is_sample = d.is_sample
        and o.source_id <> $source_id
        and (o.stem = d.stem or lower(trim(o.title)) = lower(trim(d.reference)))
order by d.section, d.position, o.researched_on desc, o.source_id
