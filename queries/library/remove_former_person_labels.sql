-- purpose: nothing is said of ids that no work has any more
-- reads: former_ids
-- parameters: none
delete from library.person_labels
using former_ids as f
where f.platform = library.person_labels.platform and f.former_id = library.person_labels.work_id
