-- purpose: keep the rejected rows of a file with their reasons
-- reads: rejected
-- parameters: import_id
insert into library.rejects
select $import_id, r.row, r.reason, r."values"
from rejected as r
