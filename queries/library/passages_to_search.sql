-- purpose: the words of sources as topics look for their terms in them; null sources mean all
-- grain: one row per passage
-- parameters: source_ids
-- columns: work_key, search_text
select p.source_id as work_key, p.search_text
from library.passages as p
where $source_ids::bigint[] is null or list_contains($source_ids::bigint[], p.source_id)
order by p.source_id, p.position
