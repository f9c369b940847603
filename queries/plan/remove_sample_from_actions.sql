-- purpose: forget the actions whose every edit went with the sample
-- parameters: none
delete from main.actions
where action_id not in (select e.action_id from main.edits as e)
