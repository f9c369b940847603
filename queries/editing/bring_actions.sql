-- purpose: add the actions of a plan file
-- parameters: rows
insert into main.actions by name
select
    g.action_id,
    g.scope,
    g.kind,
    g.origin,
    g.who,
    g.made_at,
    g.is_undone
from (
    select
        unnest(
            cast($rows as struct(
                action_id bigint,
                scope text,
                kind text,
                origin text,
                who text,
                made_at timestamptz,
                is_undone boolean
            )[]),
            max_depth := 2
        )
) as g
