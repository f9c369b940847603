-- purpose: the passages of documents in which something is worked out, each with the one before it
-- grain: one row per passage
-- parameters: document_ids
-- columns: passage_id, source_id, text, before
with passages as (
    select
        p.passage_id,
        p.source_id,
        p.position,
        p.kind,
        p.text,
        coalesce(lag(p.text) over (partition by p.source_id order by p.position, p.passage_id), '') as before
    from library.passages as p
    where p.source_id in (select unnest($document_ids::bigint[]))
)

select
    p.passage_id,
    p.source_id,
    p.text,
    p.before
from passages as p
where p.kind <> 'heading' and regexp_matches(p.text, '(19|20)\d\d|\d.*([≈=＝≒%％]|约|即|相当|合计|总计|共|total|that is|i\.e\.|[(（]).*')
order by p.source_id, p.position, p.passage_id
