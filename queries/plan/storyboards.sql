-- purpose: every episode with how much of its storyboard stands; the sample's last
-- grain: one row per episode that is not in the bin, nor its series
-- parameters: none
-- columns: episode_id, series_id, series, number, title, status, is_sample, shots, seconds
with per_episode as (
    select
        h.episode_id,
        count(*) as shots,
        sum(h.frames) as frames
    from plan.shots as h
    where h.binned_at is null
    group by h.episode_id
)
select
    e.episode_id,
    e.series_id,
    case when regexp_matches(trim(s.title), '[:：]$') then coalesce(t.name, d.name, s.title) else s.title end as series,
    row_number() over (partition by e.series_id order by e.position, e.episode_id) as number,
    e.title,
    e.status,
    coalesce(d.is_sample, t.is_sample, false) as is_sample,
    coalesce(p.shots, 0) as shots,
    coalesce(p.frames * e.fps_den / e.fps_num, 0)::double as seconds
from plan.episodes as e
inner join plan.series as s on s.series_id = e.series_id
left join library.sources as d on d.source_id = s.source_id
left join library.topics as t on t.topic_id = s.topic_id
left join per_episode as p on p.episode_id = e.episode_id
where e.binned_at is null and s.binned_at is null
order by is_sample, s.created_at desc, e.series_id desc, e.position, e.episode_id
