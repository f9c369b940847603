-- purpose: keep an episode of a series as planned
-- parameters: episode_id, series_id, position, title, note, perspective, proposal_id
insert into plan.episodes (
    episode_id, uid, series_id, position, title, note, perspective, proposal_id, status, platform
)
values (
    $episode_id,
    replace(uuid()::text, '-', ''),
    $series_id,
    $position,
    $title,
    $note,
    $perspective,
    $proposal_id,
    'planned',
    ''
)
