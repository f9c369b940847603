-- purpose: the claims of a topic, of one document or of all
-- grain: one row per claim, in the order of the documents
-- parameters: topic_id, source_id, is_sample
-- columns: claim_id, source_id, document, document_kind, position, statement, body, kind, grade, grade_reason, said_by,
--   hedges, as_of, good_until, status
select
    c.claim_id,
    c.source_id,
    s.name as document,
    s.kind as document_kind,
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
    c.status
from library.claims as c
inner join library.sources as s on c.source_id = s.source_id
where
    c.binned_at is null
    and s.binned_at is null
    and ($source_id is null or c.source_id = $source_id)
    and ($is_sample is null or s.is_sample = $is_sample)
    and (
        $topic_id is null
        or c.source_id in (select t.source_id from library.topic_sources as t where t.topic_id = $topic_id)
    )
order by s.imported_at desc, c.source_id, c.position, c.claim_id
