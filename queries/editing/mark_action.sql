-- purpose: note that an action was taken back, or done again
-- parameters: action_id, is_undone
update main.actions
set is_undone = $is_undone
where action_id = $action_id
