-- purpose: the series, the newest first and the sample's last; those in the bin as well
-- grain: one row per series
-- parameters: none
-- columns: series_id, title, topic, report, is_sample, episodes, published, next_on, is_binned, rev
with per_series as (
    select
        e.series_id,
        count(*) as episodes,
        count(*) filter (where e.status = 'published' or e.published_on is not null) as published,
        min(e.planned_on) filter (where e.published_on is null and e.status not in ('published', 'dropped')) as next_on
    from plan.episodes as e
    where e.binned_at is null
    group by e.series_id
)
select
    s.series_id,
    -- a report suggests a series in a sentence that leads to its episodes; that is no title
    case when regexp_matches(trim(s.title), '[:：]$') then coalesce(t.name, d.name, s.title) else s.title end as title,
    t.name as topic,
    r.title as report,
    coalesce(d.is_sample, false) as is_sample,
    coalesce(p.episodes, 0) as episodes,
    coalesce(p.published, 0) as published,
    p.next_on,
    s.binned_at is not null as is_binned,
    s.rev
from plan.series as s
left join library.sources as d on d.source_id = s.source_id
left join library.reports as r on r.source_id = s.source_id
left join library.topics as t on t.topic_id = s.topic_id
left join per_series as p on p.series_id = s.series_id
order by is_sample, s.created_at desc, s.series_id desc
