-- purpose: what one action changed, the last first, so that it can be taken back in order
-- grain: one row per edit
-- parameters: action_id
-- columns: item, item_id, before, after
select e.item, e.item_id, e.before, e.after
from main.edits as e
where e.action_id = $action_id
order by e.position desc
