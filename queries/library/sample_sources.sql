-- purpose: the sources of the sample, read or only cited
-- grain: one row per source
-- parameters: none
-- columns: source_id, kind
select s.source_id, s.kind
from library.sources as s
where s.is_sample
order by s.source_id
