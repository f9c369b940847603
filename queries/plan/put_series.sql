-- purpose: write series as they were edited, new ones and known ones
-- parameters: rows
merge into plan.series as s
using (
    select
        unnest(
            cast($rows as struct(
                item_id text,
                uid text,
                topic_id bigint,
                title text,
                note text,
                account_id bigint,
                starts_on date,
                weekdays integer[],
                slot_time time,
                is_binned boolean,
                rev bigint
            )[]),
            max_depth := 2
        )
) as g
on s.series_id = g.item_id::bigint
when matched then update set
    uid = g.uid,
    topic_id = g.topic_id,
    title = g.title,
    note = g.note,
    account_id = g.account_id,
    starts_on = g.starts_on,
    weekdays = g.weekdays,
    slot_time = g.slot_time,
    rev = g.rev,
    binned_at = case when g.is_binned then coalesce(s.binned_at, now()) end
when not matched then insert (
    series_id,
    uid,
    topic_id,
    title,
    note,
    account_id,
    starts_on,
    weekdays,
    slot_time,
    position,
    created_at,
    rev,
    binned_at
)
values (
    g.item_id::bigint,
    g.uid,
    g.topic_id,
    g.title,
    g.note,
    g.account_id,
    g.starts_on,
    g.weekdays,
    g.slot_time,
    1,
    now(),
    g.rev,
    case when g.is_binned then now() end
)
