-- purpose: write episodes as they were edited, new ones and known ones
-- parameters: rows
merge into plan.episodes as e
using (
    select
        unnest(
            cast($rows as struct(
                item_id text,
                uid text,
                series_id bigint,
                position double,
                title text,
                note text,
                perspective text,
                hook text,
                owner text,
                proposal_id text,
                status text,
                planned_on date,
                published_on date,
                width integer,
                height integer,
                fps_num integer,
                fps_den integer,
                target_seconds double,
                platform text,
                is_binned boolean,
                rev bigint
            )[]),
            max_depth := 2
        )
) as g
on e.episode_id = g.item_id::bigint
when matched then update set
    uid = g.uid,
    series_id = g.series_id,
    position = g.position,
    title = g.title,
    note = g.note,
    perspective = g.perspective,
    hook = g.hook,
    owner = g.owner,
    proposal_id = g.proposal_id,
    status = g.status,
    planned_on = g.planned_on,
    published_on = g.published_on,
    width = g.width,
    height = g.height,
    fps_num = g.fps_num,
    fps_den = g.fps_den,
    target_seconds = g.target_seconds,
    platform = g.platform,
    rev = g.rev,
    binned_at = case when g.is_binned then coalesce(e.binned_at, now()) end
when not matched then insert (
    episode_id,
    uid,
    series_id,
    position,
    title,
    note,
    perspective,
    hook,
    owner,
    proposal_id,
    status,
    planned_on,
    published_on,
    width,
    height,
    fps_num,
    fps_den,
    target_seconds,
    platform,
    rev,
    binned_at
)
values (
    g.item_id::bigint,
    g.uid,
    g.series_id,
    g.position,
    g.title,
    g.note,
    g.perspective,
    g.hook,
    g.owner,
    g.proposal_id,
    g.status,
    g.planned_on,
    g.published_on,
    g.width,
    g.height,
    g.fps_num,
    g.fps_den,
    g.target_seconds,
    g.platform,
    g.rev,
    case when g.is_binned then now() end
)
