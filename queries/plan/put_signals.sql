-- purpose: write signals as they were edited, new ones and known ones
-- parameters: rows
merge into plan.signals as s
using (
    select
        unnest(
            cast($rows as struct(
                item_id bigint,
                source_id bigint,
                topic_id bigint,
                angle_id bigint,
                creators_to_fire bigint,
                position integer,
                verb text,
                subject text,
                meaning text,
                status text,
                due_on date,
                last_checked_on date,
                outcome text,
                closed_by_import_id bigint,
                tied_after_import_id bigint,
                new_creators bigint,
                new_since date,
                is_binned boolean,
                rev bigint
            )[]),
            max_depth := 2
        )
) as g
on s.signal_id = g.item_id
when matched then update set
    topic_id = g.topic_id,
    angle_id = g.angle_id,
    creators_to_fire = g.creators_to_fire,
    position = g.position,
    verb = g.verb,
    subject = g.subject,
    meaning = g.meaning,
    closed_at = case
        when g.status = 'open' then null
        when s.status = g.status then coalesce(s.closed_at, now())
        else now()
    end,
    status = g.status,
    due_on = g.due_on,
    last_checked_on = g.last_checked_on,
    outcome = g.outcome,
    closed_by_import_id = g.closed_by_import_id,
    tied_after_import_id = g.tied_after_import_id,
    new_creators = g.new_creators,
    new_since = g.new_since,
    rev = g.rev,
    binned_at = case when g.is_binned then coalesce(s.binned_at, now()) end
when not matched then insert (
    signal_id,
    source_id,
    topic_id,
    angle_id,
    creators_to_fire,
    position,
    verb,
    subject,
    meaning,
    status,
    due_on,
    last_checked_on,
    outcome,
    created_at,
    closed_at,
    closed_by_import_id,
    tied_after_import_id,
    new_creators,
    new_since,
    rev,
    binned_at
)
values (
    g.item_id,
    g.source_id,
    g.topic_id,
    g.angle_id,
    g.creators_to_fire,
    g.position,
    g.verb,
    g.subject,
    g.meaning,
    g.status,
    g.due_on,
    g.last_checked_on,
    g.outcome,
    now(),
    case when g.status <> 'open' then now() end,
    g.closed_by_import_id,
    g.tied_after_import_id,
    g.new_creators,
    g.new_since,
    g.rev,
    case when g.is_binned then now() end
)
