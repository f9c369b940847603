-- purpose: shots as people edit them, those in the bin as well
-- grain: one row per shot
-- parameters: ids
-- columns: item_id, episode_id, position, name, frames, size, camera_angle, movement, transition, lens, picture,
--   narration, on_screen_text, sound, asset, prompt, visual, claim_ids, picture_id, is_binned, rev
select
    s.shot_id as item_id,
    s.episode_id,
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
    s.binned_at is not null as is_binned,
    s.rev
from plan.shots as s
where list_contains($ids::text[], s.shot_id)
order by s.shot_id
