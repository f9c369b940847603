-- purpose: the user's series
-- grain: one row per series
-- parameters: none
-- columns: id, title, topic, episodes
select
    s.series_id::text as id,
    -- a report suggests a series in a sentence that leads to its episodes; that is no title
    case when regexp_matches(trim(s.title), '[:：]$') then coalesce(t.name, d.name, s.title) else s.title end as title,
    t.name as topic,
    (select count(*) from plan.episodes as e where e.series_id = s.series_id and e.binned_at is null) as episodes
from plan.series as s
left join library.sources as d on d.source_id = s.source_id
left join library.topics as t on t.topic_id = s.topic_id
where s.binned_at is null and not coalesce(d.is_sample, false)
order by s.series_id
