-- purpose: add an angle or bring it up to date by its key; a retired one comes back with its id and its person's labels
-- parameters: topic_id, key, position, angle_group, name_zh, name_en, definition_zh, definition_en, examples
merge into library.angles as a
using (select $topic_id as topic_id, $key as key) as n
on a.topic_id = n.topic_id and a.key = n.key
when matched then update set
    position = $position,
    angle_group = $angle_group,
    name_zh = $name_zh,
    name_en = $name_en,
    definition_zh = $definition_zh,
    definition_en = $definition_en,
    examples = $examples::text[],
    is_retired = false
when not matched then insert values (
    nextval('library.angle_ids'), n.topic_id, n.key, $position, $angle_group, $name_zh, $name_en, $definition_zh,
    $definition_en, $examples::text[], false
)
