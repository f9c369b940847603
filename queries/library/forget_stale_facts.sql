-- purpose: clear the label facts of some works before they are written anew
-- reads: stale
-- parameters: topic_ids
delete from library.label_facts
where list_contains($topic_ids::bigint[], topic_id) and work_key in (select s.work_key from stale as s)
