-- purpose: what was done to some rows, to each after a revision, oldest first
-- grain: one row per edit
-- parameters: rows
-- columns: item, item_id, rev, before, who, made_at
with known as (
    select
        unnest(
            cast($rows as struct(item text, item_id text, rev bigint)[]),
            max_depth := 2
        )
)

select e.item, e.item_id, e.rev, e.before, a.who, a.made_at
from main.edits as e
inner join known as k on k.item = e.item and k.item_id = e.item_id and e.rev > k.rev
inner join main.actions as a on a.action_id = e.action_id
order by e.item, e.item_id, e.rev
