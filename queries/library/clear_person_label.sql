-- purpose: take a person's word back, so that the rule decides again
-- parameters: angle_id, work_key
delete from library.person_labels as p
using library.works as w
where
    w.work_key = $work_key
    and p.angle_id = $angle_id
    and p.platform = w.platform
    and p.work_id = w.work_id
