-- purpose: forget the actions whose every edit went with the sample
-- parameters: none
delete from plan.actions
where action_id not in (select e.action_id from plan.edits as e)
