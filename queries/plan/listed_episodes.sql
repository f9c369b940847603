-- purpose: the user's episodes in the order of their series; a storyboard with shots is yet to come
-- grain: one row per episode
-- parameters: none
-- columns: id, series, position, title, proposal, status, shots, seconds
select
    e.episode_id::text as id,
    e.series_id::text as series,
    e.position,
    e.title,
    e.proposal_id as proposal,
    e.status,
    0 as shots,
    0 as seconds
from plan.episodes as e
inner join plan.series as s on s.series_id = e.series_id
left join library.sources as d on d.source_id = s.source_id
where e.binned_at is null and s.binned_at is null and not coalesce(d.is_sample, false)
order by e.series_id, e.position
