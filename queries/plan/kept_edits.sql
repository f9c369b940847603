-- purpose: what actions changed in rows of some kinds, from one action on, in their order
-- grain: one row per edit
-- parameters: since, items
-- columns: action_id, item, item_id, rev, before, after
select e.action_id, e.item, e.item_id, e.rev, e.before, e.after
from main.edits as e
where e.action_id >= $since and list_contains($items::text[], e.item)
order by e.action_id, e.position
