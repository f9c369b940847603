-- purpose: the first of somebody's actions in a scope that were undone, where they did nothing else since
-- grain: at most one row
-- parameters: who, scope
-- columns: action_id
with done as (
    select a.action_id, a.is_undone
    from main.actions as a
    where a.scope = $scope and a.who = $who and a.kind in ('edit', 'restore')
)

select d.action_id
from done as d
where d.is_undone and d.action_id > coalesce((select max(s.action_id) from done as s where not s.is_undone), 0)
order by d.action_id
limit 1
