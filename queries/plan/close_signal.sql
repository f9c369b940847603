-- purpose: close a signal by a person's word, or open it again (status open)
-- parameters: signal_id, status, outcome
update plan.signals
set
    status = $status,
    outcome = $outcome,
    closed_at = case when $status <> 'open' then now() end,
    closed_by_import_id = null,
    new_creators = null,
    new_since = null,
    -- what closed it once must not close it again at once
    tied_after_import_id = case
        when $status = 'open' and angle_id is not null
            then coalesce((select max(i.import_id) from library.imports as i), 0)
        else tied_after_import_id
    end,
    rev = rev + 1
where signal_id = $signal_id
