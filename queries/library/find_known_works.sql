-- purpose: tell the rows of known works from those of new ones, once, so that nothing after compares ids again
-- grain: updates every staged row of a work that the library holds
-- reads: staged
-- parameters: none
update staged
set work_key = w.work_key, is_known = true
from library.works as w
where w.platform = staged.platform and w.work_id = staged.work_id
