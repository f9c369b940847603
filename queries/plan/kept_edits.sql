-- purpose: what actions changed from one on, in their order
-- grain: one row per edit
-- parameters: since
-- columns: action_id, item, item_id, rev, before, after
select e.action_id, e.item, e.item_id, e.rev, e.before, e.after
from plan.edits as e
where e.action_id >= $since
order by e.action_id, e.position
