-- purpose: everything that somebody did to the plan, oldest first
-- grain: one row per action
-- parameters: none
-- columns: action_id, scope, kind, origin, who, made_at, is_undone
select a.action_id, a.scope, a.kind, a.origin, a.who, a.made_at, a.is_undone
from plan.actions as a
order by a.action_id
