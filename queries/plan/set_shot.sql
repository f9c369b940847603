-- purpose: write a shot that is there as it was edited: a quarter of the time that a merge of one row takes
-- parameters: item_id, episode_id, position, name, frames, size, camera_angle, movement, transition, lens, picture,
--   narration, on_screen_text, sound, asset, prompt, visual, claim_ids, picture_id, rev, is_binned
update plan.shots set
    episode_id = $episode_id,
    position = $position,
    name = $name,
    frames = $frames,
    size = $size,
    camera_angle = $camera_angle,
    movement = $movement,
    transition = $transition,
    lens = $lens,
    picture = $picture,
    narration = $narration,
    on_screen_text = $on_screen_text,
    sound = $sound,
    asset = $asset,
    prompt = $prompt,
    visual = $visual,
    claim_ids = $claim_ids::bigint[],
    picture_id = $picture_id,
    rev = $rev,
    binned_at = case when $is_binned then coalesce(binned_at, now()) end
where shot_id = $item_id
