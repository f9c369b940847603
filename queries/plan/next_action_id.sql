-- purpose: the number of the next action
-- grain: one row
-- parameters: none
-- columns: action_id
select nextval('plan.action_ids') as action_id
