-- purpose: the source that an address leads to
-- grain: one row per source, the oldest first
-- parameters: canonical, is_sample
-- columns: source_id
select distinct s.source_id
from library.source_urls as u
inner join library.sources as s on u.source_id = s.source_id
where u.canonical = $canonical and s.is_sample = $is_sample and s.binned_at is null
order by s.source_id
