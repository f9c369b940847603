-- purpose: the source without an address that is known by a name
-- grain: one row per source, the oldest first
-- parameters: name, origin, is_sample
-- columns: source_id
select s.source_id
from library.sources as s
where
    (s.origin = $origin or lower(trim(s.name)) = lower(trim($name)))
    and s.is_sample = $is_sample
    and s.binned_at is null
    and not exists (select 1 from library.source_urls as u where u.source_id = s.source_id)
order by s.source_id
