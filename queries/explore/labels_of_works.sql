-- purpose: the labels of some works, with the words that made them and where those stand in the search text
-- grain: one row per work and angle
-- parameters: topic_id, work_keys
-- columns: work_key, angle_id, angle, name_zh, name_en, origin, score, words
select
    l.work_key,
    l.angle_id,
    a.key as angle,
    a.name_zh,
    a.name_en,
    l.origin,
    l.score,
    coalesce(
        (
            select list({'term': t.term, 'start_at': h.start_at} order by h.start_at)
            from library.label_words as h
            inner join library.angle_terms as t on t.term_id = h.term_id
            where h.angle_id = l.angle_id and h.work_key = l.work_key and not t.is_exclusion
        ),
        []
    ) as words
from library.labels as l
inner join library.angles as a on a.angle_id = l.angle_id
where
    a.topic_id = $topic_id
    and not a.is_retired
    and list_contains($work_keys::bigint[], l.work_key)
order by l.work_key, a.position
