-- purpose: change the words and the date of a signal
-- parameters: signal_id, verb, subject, meaning, due_on
update plan.signals
set verb = $verb, subject = $subject, meaning = $meaning, due_on = $due_on, rev = rev + 1
where signal_id = $signal_id
