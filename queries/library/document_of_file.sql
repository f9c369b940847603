-- purpose: the source that was read from a file with these bytes
-- grain: at most one row
-- parameters: sha256, is_sample
-- columns: source_id, kind, is_binned
select s.source_id, s.kind, s.binned_at is not null as is_binned
from library.sources as s
where s.sha256 = $sha256 and s.is_sample = $is_sample
order by is_binned, s.source_id
limit 1
