-- purpose: add a signal of a plan file; one that is tied to an angle counts the creators who come from now on
-- parameters: signal_id, source_id, topic_id, angle_id, creators_to_fire, position, verb, subject, meaning, status,
--   due_on, last_checked_on, outcome, created_at, closed_at, new_creators, new_since, rev, binned_at
insert into plan.signals (
    signal_id, source_id, topic_id, angle_id, creators_to_fire, position, verb, subject, meaning, status, due_on,
    last_checked_on, outcome, created_at, closed_at, new_creators, new_since, rev, binned_at, tied_after_import_id
)
values (
    $signal_id, $source_id, $topic_id, $angle_id, $creators_to_fire, $position, $verb, $subject, $meaning, $status,
    $due_on::date, $last_checked_on::date, $outcome, $created_at::timestamptz, $closed_at::timestamptz, $new_creators,
    $new_since::date, $rev, $binned_at::timestamptz,
    case when $angle_id is not null then coalesce((select max(i.import_id) from library.imports as i), 0) end
)
