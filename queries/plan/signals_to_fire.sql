-- purpose: the open signals whose angle has as many new creators as they wait for, and the import that brought them
-- grain: one row per signal
-- parameters: none
-- columns: item_id, rev, import_id, file, new_creators, new_since
with waiting as (
    select g.signal_id, g.rev, g.angle_id, g.creators_to_fire, g.tied_after_import_id
    from plan.signals as g
    where g.status = 'open' and g.binned_at is null
),

newcomers as (
    select
        g.signal_id,
        g.rev,
        g.creators_to_fire,
        a.import_id,
        a.first_day,
        row_number() over (partition by g.signal_id order by a.import_id, a.creator_key) as place
    from library.arrivals_at((select list(w.angle_id) from waiting as w)) as a
    inner join waiting as g on g.angle_id = a.angle_id and a.import_id > g.tied_after_import_id
),

closings as (
    select n.signal_id, n.rev, n.import_id
    from newcomers as n
    where n.place = n.creators_to_fire
)

select
    c.signal_id::text as item_id,
    c.rev,
    c.import_id,
    coalesce(any_value(i.file), '') as file,
    count(*) as new_creators,
    min(n.first_day) as new_since
from closings as c
inner join newcomers as n on n.signal_id = c.signal_id and n.import_id <= c.import_id
left join library.imports as i on i.import_id = c.import_id
group by c.signal_id, c.rev, c.import_id
order by c.signal_id
