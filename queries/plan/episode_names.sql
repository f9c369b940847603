-- purpose: the place of episodes among those of their series that are not in the bin, and how their series are called
-- grain: one row per episode
-- parameters: ids
-- columns: item_id, number, series
select
    e.episode_id::text as item_id,
    1 + (
        select count(*)
        from plan.episodes as o
        where
            o.series_id = e.series_id
            and o.binned_at is null
            and (o.position, o.episode_id) < (e.position, e.episode_id)
    ) as number,
    -- a report suggests a series in a sentence that leads to its episodes; that is no title
    case when regexp_matches(trim(s.title), '[:：]$') then coalesce(t.name, d.name, s.title) else s.title end as series
from plan.episodes as e
inner join plan.series as s on s.series_id = e.series_id
left join library.sources as d on d.source_id = s.source_id
left join library.topics as t on t.topic_id = s.topic_id
where list_contains($ids::text[], e.episode_id::text)
order by e.series_id, e.position, e.episode_id
