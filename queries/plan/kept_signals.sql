-- purpose: the user's signals, those in the bin as well
-- grain: one row per signal
-- parameters: none
-- columns: signal_id, source_id, topic_id, angle_id, creators_to_fire, position, verb, subject, meaning, status, due_on,
--   last_checked_on, outcome, created_at, closed_at, new_creators, new_since, rev, binned_at
select
    s.signal_id,
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
    s.created_at,
    s.closed_at,
    s.new_creators,
    s.new_since,
    s.rev,
    s.binned_at
from plan.signals as s
left join library.sources as o on o.source_id = s.source_id
left join library.topics as t on t.topic_id = s.topic_id
where not coalesce(o.is_sample, t.is_sample, false)
order by s.created_at, s.position, s.subject, s.verb, s.signal_id
