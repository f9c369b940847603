-- purpose: the terms of which interest is known
-- grain: one row per term
-- parameters: is_sample
-- columns: term
select distinct i.term
from library.interest as i
inner join library.imports as m on m.import_id = i.import_id
where m.is_sample = $is_sample
order by i.term
