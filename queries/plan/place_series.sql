-- purpose: say where a series stands in its report now
-- parameters: series_id, section, position
update plan.series
set section = $section, position = $position
where series_id = $series_id
