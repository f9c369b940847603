-- purpose: forget a topic in library.codebook_versions
-- parameters: topic_id
delete from library.codebook_versions where topic_id = $topic_id
