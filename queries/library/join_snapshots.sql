-- purpose: the captures of works that are one with another become that one's
-- reads: former_ids
-- parameters: none
update library.snapshots
set work_key = f.into_key
from former_ids as f
where f.work_key = library.snapshots.work_key and f.into_key <> f.work_key
