-- purpose: what to watch for, what is due first on top; then the closed ones, the latest first
-- grain: one row per signal
-- parameters: is_binned
-- columns: signal_id, source_id, source, topic_id, topic, angle_id, angle, name_zh, name_en, creators_to_fire, verb, subject, meaning, status, due_on, last_checked_on, outcome, closed_at, closed_by, new_creators, new_since, rev
select
    g.signal_id,
    g.source_id,
    s.name as source,
    g.topic_id,
    t.name as topic,
    a.angle_id,
    a.key as angle,
    a.name_zh,
    a.name_en,
    g.creators_to_fire,
    g.verb,
    g.subject,
    g.meaning,
    g.status,
    g.due_on,
    g.last_checked_on,
    g.outcome,
    g.closed_at,
    i.file as closed_by,
    g.new_creators,
    g.new_since,
    g.rev
from plan.signals as g
left join library.sources as s on s.source_id = g.source_id
left join library.topics as t on t.topic_id = g.topic_id
left join library.angles as a on a.angle_id = g.angle_id and not a.is_retired
left join library.imports as i on i.import_id = g.closed_by_import_id
where
    (g.binned_at is not null) = $is_binned::boolean
    -- a report in the bin takes its signals along
    and s.binned_at is null
order by g.closed_at desc nulls first, g.due_on nulls last, g.source_id nulls first, g.position, g.signal_id
