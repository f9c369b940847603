-- purpose: the episodes that are made of a proposal, with how far their storyboards are
-- grain: one row per episode
-- parameters: proposal_id
-- columns: episode_id, series_id, series, number, title, status, planned_on, published_on, shots
with numbered as (
    select
        e.*,
        row_number() over (partition by e.series_id order by e.position, e.episode_id) as number
    from plan.episodes as e
    where e.binned_at is null
),
counted as (
    select s.episode_id, count(*) as shots
    from plan.shots as s
    where s.binned_at is null
    group by s.episode_id
)
select
    n.episode_id,
    n.series_id,
    -- a report suggests a series in a sentence that leads to its episodes; that is no title
    case when regexp_matches(trim(s.title), '[:：]$') then coalesce(t.name, d.name, s.title) else s.title end as series,
    n.number,
    n.title,
    n.status,
    n.planned_on,
    n.published_on,
    coalesce(c.shots, 0) as shots
from numbered as n
inner join plan.series as s on s.series_id = n.series_id and s.binned_at is null
left join library.sources as d on d.source_id = s.source_id
left join library.topics as t on t.topic_id = s.topic_id
left join counted as c on c.episode_id = n.episode_id
where n.proposal_id = $proposal_id
order by series, n.series_id, n.number
