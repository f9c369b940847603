-- purpose: keep the rejected comments of a file with their reasons
-- reads: rejected
-- parameters: import_id
insert into library.comment_rejects
select $import_id, r.row, r.reason, r."values"
from rejected as r
