-- purpose: take works that no import holds any more out of library.former_texts
-- reads: orphans
-- parameters: none
delete from library.former_texts where work_key in (select o.work_key from orphans as o)
