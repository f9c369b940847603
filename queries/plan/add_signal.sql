-- purpose: add a signal to watch for
-- parameters: signal_id, source_id, topic_id, position, verb, subject, meaning, due_on
insert into plan.signals (
    signal_id, source_id, topic_id, position, verb, subject, meaning, status, due_on, outcome, created_at
)
values ($signal_id, $source_id, $topic_id, $position, $verb, $subject, $meaning, 'open', $due_on, '', now())
