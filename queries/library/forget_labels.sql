-- purpose: forget labels before they are decided anew
-- reads: touched
-- parameters: angle_ids
delete from library.labels
where
    list_contains($angle_ids::bigint[], angle_id)
    and work_key in (select t.work_key from touched as t)
