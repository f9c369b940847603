-- purpose: write an episode that is there as it was edited: a quarter of the time that a merge of one row takes
-- parameters: item_id, uid, series_id, position, title, note, perspective, hook, owner, proposal_id, status,
--   planned_on, published_on, width, height, fps_num, fps_den, target_seconds, platform, rev, is_binned
update plan.episodes set
    uid = $uid,
    series_id = $series_id,
    position = $position,
    title = $title,
    note = $note,
    perspective = $perspective,
    hook = $hook,
    owner = $owner,
    proposal_id = $proposal_id,
    status = $status,
    planned_on = $planned_on::date,
    published_on = $published_on::date,
    width = $width,
    height = $height,
    fps_num = $fps_num,
    fps_den = $fps_den,
    target_seconds = $target_seconds,
    platform = $platform,
    rev = $rev,
    binned_at = case when $is_binned then coalesce(binned_at, now()) end
where episode_id = $item_id::bigint
