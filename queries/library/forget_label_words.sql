-- purpose: forget which words made labels, before works are matched anew
-- reads: touched
-- parameters: angle_ids
delete from library.label_words
where
    list_contains($angle_ids::bigint[], angle_id)
    and work_key in (select t.work_key from touched as t)
