-- purpose: take works that no import holds any more out of library.label_words
-- reads: orphans
-- parameters: none
delete from library.label_words where work_key in (select o.work_key from orphans as o)
