-- purpose: the signals of a report where they stand in it, as it states them and as they are now
-- grain: one row per signal
-- parameters: source_id
-- columns: section, signal_id, stated_verb, stated_subject, verb, subject, meaning, is_binned
select
    r.section,
    r.signal_id,
    r.verb as stated_verb,
    r.subject as stated_subject,
    s.verb,
    s.subject,
    s.meaning,
    s.binned_at is not null as is_binned
from plan.report_signals as r
inner join plan.signals as s on s.signal_id = r.signal_id
where r.source_id = $source_id
order by r.section, r.position
