-- purpose: series as people edit them, those in the bin as well
-- grain: one row per series
-- parameters: ids
-- columns: item_id, uid, topic_id, title, note, account_id, starts_on, weekdays, slot_time, is_binned, rev
select
    s.series_id::text as item_id,
    s.uid,
    s.topic_id,
    s.title,
    s.note,
    s.account_id,
    s.starts_on,
    s.weekdays,
    s.slot_time,
    s.binned_at is not null as is_binned,
    s.rev
from plan.series as s
where list_contains($ids::text[], s.series_id::text)
order by s.series_id
