-- purpose: the creators whose works closed a signal
-- grain: one row per creator
-- parameters: signal_id
-- columns: creator_key
with closed as (
    select g.angle_id, g.tied_after_import_id, g.closed_by_import_id
    from plan.signals as g
    where g.signal_id = $signal_id
)
select a.creator_key
from library.arrivals_at((select list(c.angle_id) from closed as c)) as a
inner join closed as c on a.import_id > c.tied_after_import_id and a.import_id <= c.closed_by_import_id
order by a.creator_key
