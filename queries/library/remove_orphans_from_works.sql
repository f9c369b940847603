-- purpose: take works that no import holds any more out of library.works
-- reads: orphans
-- parameters: none
delete from library.works where work_key in (select o.work_key from orphans as o)
