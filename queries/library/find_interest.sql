-- purpose: an earlier import of the same interest series
-- grain: at most one row
-- parameters: sha256, is_sample
-- columns: import_id
select i.import_id
from library.imports as i
where i.sha256 = $sha256 and i.is_sample = $is_sample and i.points_added > 0
order by i.import_id desc
limit 1
