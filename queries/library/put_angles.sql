-- purpose: write angles as they were edited, new ones and known ones; one in the bin keeps its person's labels
-- parameters: rows
merge into library.angles as a
using (
    select
        unnest(
            cast($rows as struct(
                item_id bigint,
                topic_id bigint,
                key text,
                position integer,
                angle_group text,
                name_zh text,
                name_en text,
                definition_zh text,
                definition_en text,
                examples text[],
                is_binned boolean,
                rev bigint
            )[]),
            max_depth := 2
        )
) as g
on a.angle_id = g.item_id
when matched then update set
    position = g.position,
    angle_group = nullif(g.angle_group, ''),
    name_zh = nullif(g.name_zh, ''),
    name_en = nullif(g.name_en, ''),
    definition_zh = nullif(g.definition_zh, ''),
    definition_en = nullif(g.definition_en, ''),
    examples = g.examples,
    is_retired = g.is_binned,
    rev = g.rev
when not matched then insert (
    angle_id, topic_id, key, position, angle_group, name_zh, name_en, definition_zh, definition_en, examples, is_retired,
    rev
)
values (
    g.item_id, g.topic_id, g.key, g.position, nullif(g.angle_group, ''), nullif(g.name_zh, ''), nullif(g.name_en, ''),
    nullif(g.definition_zh, ''), nullif(g.definition_en, ''), g.examples, g.is_binned, g.rev
)
