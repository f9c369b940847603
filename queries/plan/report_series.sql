-- purpose: the series that a report suggests, where they stand in it
-- grain: one row per series
-- parameters: source_id
-- columns: section, series_id, title, is_binned
select s.section, s.series_id, s.title, s.binned_at is not null as is_binned
from plan.series as s
where s.source_id = $source_id
order by s.section, s.position
