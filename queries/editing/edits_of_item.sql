-- purpose: the history of one row, newest first
-- grain: one row per edit
-- parameters: item, item_id
-- columns: action_id, item, item_id, rev, kind, origin, who, made_at, before, after
select e.action_id, e.item, e.item_id, e.rev, a.kind, a.origin, a.who, a.made_at, e.before, e.after
from main.edits as e
inner join main.actions as a on a.action_id = e.action_id
where e.item = $item and e.item_id = $item_id
order by e.rev desc
