-- purpose: what was done to one row after a revision, oldest first
-- grain: one row per edit
-- parameters: item, item_id, rev
-- columns: rev, before, who, made_at
select e.rev, e.before, a.who, a.made_at
from plan.edits as e
inner join plan.actions as a on a.action_id = e.action_id
where e.item = $item and e.item_id = $item_id and e.rev > $rev
order by e.rev
