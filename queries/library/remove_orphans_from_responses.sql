-- purpose: take works that no import holds any more out of library.responses
-- reads: orphans
-- parameters: none
delete from library.responses where work_key in (select o.work_key from orphans as o)
