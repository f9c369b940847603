-- purpose: take the terms of topics away before they are written anew
-- parameters: ids
delete from library.topic_terms
where list_contains($ids::text[], topic_id::text)
