-- purpose: let the newest version of a codebook stay as it is: what is edited next is another
-- parameters: topic_id
update library.codebook_versions
set is_open = false
where
    topic_id = $topic_id
    and version = (select t.version from library.topics as t where t.topic_id = $topic_id)
