-- purpose: store search texts made again
-- reads: refolded
-- parameters: none
update library.works
set search_text = r.search_text
from refolded as r
where r.work_key = library.works.work_key
