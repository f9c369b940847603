-- purpose: bring a signal up to what its report says now; its words stay as a person left them
-- parameters: signal_id, position, meaning
update plan.signals
set position = $position, meaning = case when rev > 1 then meaning else $meaning end
where signal_id = $signal_id
