-- purpose: begin a new version of a codebook: always, or where the one that is being written is some minutes old
-- parameters: topic_id, is_new, minutes
update library.topics
set version = version + 1
where
    topic_id = $topic_id
    and (
        $is_new::boolean
        or not exists (
            select 1
            from library.codebook_versions as v
            where
                v.topic_id = $topic_id
                and v.version = library.topics.version
                and v.is_open
                and v.saved_at > now() - to_minutes($minutes::integer)
        )
    )
