-- purpose: take works out of topics before they are selected anew
-- reads: touched
-- parameters: topic_ids
delete from library.topic_works
where
    list_contains($topic_ids::bigint[], topic_id)
    and work_key in (select t.work_key from touched as t)
