-- purpose: write shots as they were edited, new ones and known ones
-- parameters: rows
merge into plan.shots as s
using (
    select
        unnest(
            cast($rows as struct(
                item_id text,
                episode_id bigint,
                position double,
                name text,
                frames integer,
                size text,
                camera_angle text,
                movement text,
                transition text,
                lens text,
                picture text,
                narration text,
                on_screen_text text,
                sound text,
                asset text,
                prompt text,
                visual text,
                claim_ids bigint[],
                picture_id text,
                is_binned boolean,
                rev bigint
            )[]),
            max_depth := 2
        )
) as g
on s.shot_id = g.item_id
when matched then update set
    episode_id = g.episode_id,
    position = g.position,
    name = g.name,
    frames = g.frames,
    size = g.size,
    camera_angle = g.camera_angle,
    movement = g.movement,
    transition = g.transition,
    lens = g.lens,
    picture = g.picture,
    narration = g.narration,
    on_screen_text = g.on_screen_text,
    sound = g.sound,
    asset = g.asset,
    prompt = g.prompt,
    visual = g.visual,
    claim_ids = g.claim_ids,
    picture_id = g.picture_id,
    rev = g.rev,
    binned_at = case when g.is_binned then coalesce(s.binned_at, now()) end
when not matched then insert (
    shot_id,
    episode_id,
    position,
    name,
    frames,
    size,
    camera_angle,
    movement,
    transition,
    lens,
    picture,
    narration,
    on_screen_text,
    sound,
    asset,
    prompt,
    visual,
    claim_ids,
    picture_id,
    rev,
    binned_at
)
values (
    g.item_id,
    g.episode_id,
    g.position,
    g.name,
    g.frames,
    g.size,
    g.camera_angle,
    g.movement,
    g.transition,
    g.lens,
    g.picture,
    g.narration,
    g.on_screen_text,
    g.sound,
    g.asset,
    g.prompt,
    g.visual,
    g.claim_ids,
    g.picture_id,
    g.rev,
    case when g.is_binned then now() end
)
