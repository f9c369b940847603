-- purpose: take works that no import holds any more out of library.topic_works
-- reads: orphans
-- parameters: none
delete from library.topic_works where work_key in (select o.work_key from orphans as o)
