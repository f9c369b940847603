-- purpose: take works that no import holds any more out of library.labels
-- reads: orphans
-- parameters: none
delete from library.labels where work_key in (select o.work_key from orphans as o)
