-- purpose: the words of documents as they were written
-- grain: one row per document
-- parameters: document_ids
-- columns: source_id, body
select s.source_id, s.body
from library.sources as s
where s.source_id in (select unnest($document_ids::bigint[])) and s.body is not null
order by s.source_id
