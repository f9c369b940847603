-- purpose: the imports that are the sample
-- grain: one row per import
-- parameters: none
-- columns: import_id
select i.import_id
from library.imports as i
where i.is_sample
order by i.import_id
