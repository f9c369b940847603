-- purpose: note that a signal was looked at and is still open, and when to look again
-- parameters: signal_id, checked_on, due_on
update plan.signals
set last_checked_on = $checked_on, due_on = $due_on, rev = rev + 1
where signal_id = $signal_id
