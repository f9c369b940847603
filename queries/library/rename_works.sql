-- purpose: works go by the ids that they have now
-- reads: former_ids
-- parameters: none
update library.works
set work_id = f.work_id
from former_ids as f
where f.work_key = library.works.work_key and f.into_key = f.work_key
