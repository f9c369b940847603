-- purpose: put a signal into the bin, or take it out
-- parameters: signal_id, is_binned
update plan.signals
set binned_at = case when $is_binned::boolean then now() end, rev = rev + 1
where signal_id = $signal_id
