-- purpose: somebody's newest action in a scope that still stands
-- grain: at most one row
-- parameters: who, scope
-- columns: action_id
select a.action_id
from main.actions as a
where a.scope = $scope and a.who = $who and a.kind in ('edit', 'restore') and not a.is_undone
order by a.action_id desc
limit 1
