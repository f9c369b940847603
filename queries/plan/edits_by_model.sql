-- purpose: what went from drafts of a language model into rows
-- grain: one row per edit
-- parameters: item, ids
-- columns: item_id, after
select e.item_id, e.after
from main.edits as e
inner join main.actions as a on a.action_id = e.action_id
where a.origin = 'model' and e.item = $item and list_contains($ids::text[], e.item_id)
order by e.item_id, e.action_id
