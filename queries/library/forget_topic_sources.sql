-- purpose: forget which sources topics hold by rule; null sources mean all
-- parameters: topic_ids, source_ids
delete from library.topic_sources
where
    list_contains($topic_ids::bigint[], topic_id)
    and ($source_ids::bigint[] is null or list_contains($source_ids::bigint[], source_id))
    and origin = 'rule'
