-- purpose: the place of episodes among those of their series that are not in the bin, and how their series are called
-- grain: one row per episode
-- parameters: ids
-- columns: item_id, number, series
with placed as (
    select
        e.episode_id,
        e.series_id,
        e.position,
        1 + count(*) filter (where e.binned_at is null) over (
            partition by e.series_id order by e.position, e.episode_id rows between unbounded preceding and 1 preceding
        ) as number
    from plan.episodes as e
)
select
    e.episode_id::text as item_id,
    e.number,
    -- a report suggests a series in a sentence that leads to its episodes; that is no title
    case when regexp_matches(trim(s.title), '[:：]$') then coalesce(t.name, d.name, s.title) else s.title end as series
from placed as e
inner join plan.series as s on s.series_id = e.series_id
left join library.sources as d on d.source_id = s.source_id
left join library.topics as t on t.topic_id = s.topic_id
where list_contains($ids::text[], e.episode_id::text)
order by e.series_id, e.position, e.episode_id
