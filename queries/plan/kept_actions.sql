-- purpose: what somebody did to rows of some kinds, oldest first: the newest actions, or all
-- grain: one row per action
-- parameters: newest, items
-- columns: action_id, scope, kind, origin, who, made_at, is_undone
with newest as (
    select a.action_id, a.scope, a.kind, a.origin, a.who, a.made_at, a.is_undone
    from main.actions as a
    where a.action_id in (select e.action_id from main.edits as e where list_contains($items::text[], e.item))
    order by a.action_id desc
    limit coalesce($newest::bigint, 9223372036854775807)
)

select n.action_id, n.scope, n.kind, n.origin, n.who, n.made_at, n.is_undone
from newest as n
order by n.action_id
