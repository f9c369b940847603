-- purpose: comments stand under the ids that their works have now
-- reads: former_ids
-- parameters: none
update library.comments
set work_id = f.work_id
from former_ids as f
where f.platform = library.comments.platform and f.former_id = library.comments.work_id
