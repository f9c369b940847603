-- purpose: the user's episodes in the order of their series, each with its place there and the length of its storyboard
-- grain: one row per episode
-- parameters: none
-- columns: id, series, position, title, proposal, status, shots, seconds
with boards as (
    select s.episode_id, count(*) as shots, sum(s.frames) as frames
    from plan.shots as s
    where s.binned_at is null
    group by s.episode_id
)

select
    e.episode_id::text as id,
    e.series_id::text as series,
    row_number() over (partition by e.series_id order by e.position, e.episode_id) as position,
    e.title,
    e.proposal_id as proposal,
    e.status,
    coalesce(b.shots, 0) as shots,
    round(coalesce(b.frames, 0) * e.fps_den / e.fps_num, 6) as seconds
from plan.episodes as e
inner join plan.series as s on s.series_id = e.series_id
left join library.sources as d on d.source_id = s.source_id
left join boards as b on b.episode_id = e.episode_id
where e.binned_at is null and s.binned_at is null and not coalesce(d.is_sample, false)
order by e.series_id, e.position, e.episode_id
