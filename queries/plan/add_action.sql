-- purpose: keep that somebody did something to the plan, under the next number, which is returned
-- parameters: scope, kind, origin, who
insert into plan.actions (action_id, scope, kind, origin, who, made_at, is_undone)
values (nextval('plan.action_ids'), $scope, $kind, $origin, $who, now(), false)
returning action_id
