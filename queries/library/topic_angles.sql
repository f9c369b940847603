-- purpose: the angles of a topic with their terms, in the codebook's order
-- grain: one row per angle in use
-- parameters: topic_id
-- columns: angle_id, key, position, angle_group, name_zh, name_en, definition_zh, definition_en, examples, terms, exclude
select
    a.angle_id,
    a.key,
    a.position,
    a.angle_group,
    a.name_zh,
    a.name_en,
    a.definition_zh,
    a.definition_en,
    a.examples,
    coalesce(
        (select list(t.term order by t.position) from library.angle_terms as t where t.angle_id = a.angle_id and not t.is_exclusion), []
    ) as terms,
    coalesce(
        (select list(t.term order by t.position) from library.angle_terms as t where t.angle_id = a.angle_id and t.is_exclusion), []
    ) as exclude
from library.angles as a
where a.topic_id = $topic_id and not a.is_retired
order by a.position, a.angle_id
