-- purpose: keep what is to be said of whole columns
-- reads: remarks
-- parameters: import_id
insert into library.remarks
select $import_id, r.kind, r."column", r."rows"
from remarks as r
