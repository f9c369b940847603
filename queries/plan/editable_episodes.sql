-- purpose: episodes as people edit them, those in the bin as well
-- grain: one row per episode
-- parameters: ids
-- columns: item_id, uid, series_id, position, title, note, perspective, hook, owner, proposal_id, status, planned_on,
--   published_on, width, height, fps_num, fps_den, target_seconds, platform, is_binned, rev
select
    e.episode_id::text as item_id,
    e.uid,
    e.series_id,
    e.position,
    e.title,
    e.note,
    e.perspective,
    e.hook,
    e.owner,
    e.proposal_id,
    e.status,
    e.planned_on,
    e.published_on,
    e.width,
    e.height,
    e.fps_num,
    e.fps_den,
    e.target_seconds,
    e.platform,
    e.binned_at is not null as is_binned,
    e.rev
from plan.episodes as e
where list_contains($ids::text[], e.episode_id::text)
order by e.episode_id
