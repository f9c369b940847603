-- purpose: close the open signals whose angle has as many new creators as they wait for
-- parameters: none
update plan.signals
set
    status = 'fired',
    closed_at = now(),
    closed_by_import_id = f.import_id,
    new_creators = f.creators,
    new_since = f.since,
    rev = rev + 1
from (
    with waiting as (
        select g.signal_id, g.angle_id, g.creators_to_fire, g.tied_after_import_id
        from plan.signals as g
        where g.status = 'open' and g.binned_at is null
    ),
    newcomers as (
        select
            g.signal_id,
            g.creators_to_fire,
            a.import_id,
            a.first_day,
            row_number() over (partition by g.signal_id order by a.import_id, a.creator_key) as place
        from library.arrivals_at((select list(w.angle_id) from waiting as w)) as a
        inner join waiting as g on g.angle_id = a.angle_id and a.import_id > g.tied_after_import_id
    ),
    closings as (
        select n.signal_id, n.import_id
        from newcomers as n
        where n.place = n.creators_to_fire
    )
    select c.signal_id, c.import_id, count(*) as creators, min(n.first_day) as since
    from closings as c
    inner join newcomers as n on n.signal_id = c.signal_id and n.import_id <= c.import_id
    group by c.signal_id, c.import_id
) as f
where plan.signals.signal_id = f.signal_id
