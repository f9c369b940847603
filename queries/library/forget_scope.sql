-- purpose: clear the scope facts of topics before they are rebuilt
-- parameters: topic_ids
delete from library.scope_facts where list_contains($topic_ids::bigint[], topic_id)
