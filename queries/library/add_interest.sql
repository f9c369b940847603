-- purpose: keep the points of an interest series
-- grain: one row per term and day
-- reads: points
-- parameters: import_id, origin
insert into library.interest
select $import_id as import_id, $origin as origin, p.term, p.day, p.value
from points as p
