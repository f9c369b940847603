-- purpose: the interest in some terms day by day, each as the newest import has it
-- grain: one row per origin, term and day
-- parameters: terms, is_sample
-- columns: origin, term, day, value
select i.origin, i.term, i.day, max_by(i.value, i.import_id) as value
from library.interest as i
inner join library.imports as m on m.import_id = i.import_id
where list_contains($terms::text[], i.term) and m.is_sample = $is_sample
group by i.origin, i.term, i.day
order by i.origin, i.term, i.day
