-- purpose: the shots of some episodes that are not in the bin, in order
-- grain: one row per shot
-- parameters: ids
-- columns: episode_id, shot_id, position, name, frames, size, camera_angle, movement, transition, lens, picture,
--   narration, on_screen_text, sound, asset, prompt, visual, claim_ids, picture_id, rev
select
    s.episode_id,
    s.shot_id,
    s.position,
    s.name,
    s.frames,
    s.size,
    s.camera_angle,
    s.movement,
    s.transition,
    s.lens,
    s.picture,
    s.narration,
    s.on_screen_text,
    s.sound,
    s.asset,
    s.prompt,
    s.visual,
    s.claim_ids,
    s.picture_id,
    s.rev
from plan.shots as s
where list_contains($ids::text[], s.episode_id::text) and s.binned_at is null
order by s.episode_id, s.position, s.name
