-- purpose: the signals whose closing import was undone
-- grain: one row per signal
-- parameters: none
-- columns: item_id, rev
select s.signal_id::text as item_id, s.rev
from plan.signals as s
where s.closed_by_import_id not in (select i.import_id from library.imports as i)
order by s.signal_id
