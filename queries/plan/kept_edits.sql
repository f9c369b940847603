-- purpose: what every action changed, in its order
-- grain: one row per edit
-- parameters: none
-- columns: action_id, item, item_id, rev, before, after
select e.action_id, e.item, e.item_id, e.rev, e.before, e.after
from plan.edits as e
order by e.action_id, e.position
