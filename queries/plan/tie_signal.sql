-- purpose: let new creators of an angle close a signal by themselves, or no longer (no angle)
-- parameters: signal_id, angle_id, creators_to_fire
update plan.signals
set
    angle_id = $angle_id,
    topic_id = coalesce((select a.topic_id from library.angles as a where a.angle_id = $angle_id), topic_id),
    creators_to_fire = case when $angle_id::bigint is not null then $creators_to_fire end,
    tied_after_import_id = case
        when $angle_id is not null then coalesce((select max(i.import_id) from library.imports as i), 0)
    end,
    rev = rev + 1
where signal_id = $signal_id
