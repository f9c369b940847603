-- purpose: signals as people edit them, those in the bin as well
-- grain: one row per signal
-- parameters: ids
-- columns: item_id, source_id, topic_id, angle_id, creators_to_fire, position, verb, subject, meaning, status, due_on,
--   last_checked_on, outcome, closed_by_import_id, tied_after_import_id, new_creators, new_since, is_binned, rev
select
    s.signal_id::text as item_id,
    s.source_id,
    s.topic_id,
    s.angle_id,
    s.creators_to_fire,
    s.position,
    s.verb,
    s.subject,
    s.meaning,
    s.status,
    s.due_on,
    s.last_checked_on,
    s.outcome,
    s.closed_by_import_id,
    s.tied_after_import_id,
    s.new_creators,
    s.new_since,
    s.binned_at is not null as is_binned,
    s.rev
from plan.signals as s
where list_contains($ids::text[], s.signal_id::text)
order by s.signal_id
