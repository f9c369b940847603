-- purpose: what a topic's sources say, without the parts of reports that talk about the research and without their headings
-- grain: one row per passage
-- parameters: topic_id, skipped_parts
-- columns: passage_id, source_id, source, origin, text, search_text
select
    p.passage_id,
    p.source_id,
    s.name as source,
    s.origin,
    p.text,
    p.search_text
from library.topic_sources as t
inner join library.sources as s on s.source_id = t.source_id
inner join library.passages as p on p.source_id = t.source_id
where
    t.topic_id = $topic_id
    and s.binned_at is null
    and (p.part is null or (p.kind != 'heading' and not list_contains($skipped_parts::text[], p.part)))
order by p.source_id, p.position, p.passage_id
