-- purpose: open the signals again whose closing import was undone
-- parameters: none
update plan.signals
set
    status = 'open', closed_at = null, closed_by_import_id = null, new_creators = null, new_since = null, rev = rev + 1
where closed_by_import_id not in (select i.import_id from library.imports as i)
