-- purpose: take angles out of use whose keys the codebook no longer has; a person's labels stay for a return
-- parameters: topic_id, keys
update library.angles
set is_retired = true
where topic_id = $topic_id and not list_contains($keys::text[], key)
