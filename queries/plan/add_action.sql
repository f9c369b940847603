-- purpose: keep that somebody did something to the plan
-- parameters: action_id, scope, kind, origin, who
insert into plan.actions (action_id, scope, kind, origin, who, made_at, is_undone)
values ($action_id, $scope, $kind, $origin, $who, now(), false)
