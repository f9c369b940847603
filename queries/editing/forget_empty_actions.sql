-- purpose: forget the actions of which no edit is left
-- parameters: none
delete from main.actions
where action_id not in (select e.action_id from main.edits as e)
