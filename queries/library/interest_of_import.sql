-- purpose: the terms of an imported interest series
-- grain: one row per term
-- parameters: import_id
-- columns: term
select distinct i.term
from library.interest as i
where i.import_id = $import_id
order by i.term
