-- purpose: the kinds of rows that somebody's actions in a scope changed
-- grain: one row per kind
-- parameters: who, scope
-- columns: item
select distinct e.item
from main.edits as e
inner join main.actions as a on a.action_id = e.action_id
where a.scope = $scope and a.who = $who
order by e.item
