-- purpose: the place of episodes among those of their series that are not in the bin, how their series are called, and
--   where they would come out: on the platform of the account, else on the only one of the topic's works (the library's
--   where there is no topic)
-- grain: one row per episode
-- parameters: ids
-- columns: item_id, number, series, platform
with placed as (
    select
        e.episode_id,
        e.series_id,
        e.position,
        1 + count(*) filter (where e.binned_at is null) over (
            partition by e.series_id order by e.position, e.episode_id rows between unbounded preceding and 1 preceding
        ) as number
    from plan.episodes as e
),
about as (
    select
        e.episode_id,
        coalesce(s.topic_id, p.topic_id) as topic_id,
        coalesce(s.account_id, p.account_id) as account_id
    from plan.episodes as e
    inner join plan.series as s on s.series_id = e.series_id
    left join plan.proposals as p on p.proposal_id = e.proposal_id
    where list_contains($ids::text[], e.episode_id::text)
),
of_topic as (
    select f.topic_id, any_value(f.platform) as platform
    from library.scope_facts as f
    where f.topic_id in (select b.topic_id from about as b)
    group by f.topic_id
    having count(distinct f.platform) = 1
),
of_library as (
    select any_value(c.platform) as platform
    from library.creators as c
    having count(distinct c.platform) = 1
)
select
    e.episode_id::text as item_id,
    e.number,
    -- a report suggests a series in a sentence that leads to its episodes; that is no title
    case when regexp_matches(trim(s.title), '[:：]$') then coalesce(t.name, d.name, s.title) else s.title end as series,
    coalesce(nullif(c.platform, ''), w.platform, case when b.topic_id is null then l.platform end, '') as platform
from placed as e
inner join about as b on b.episode_id = e.episode_id
inner join plan.series as s on s.series_id = e.series_id
left join library.sources as d on d.source_id = s.source_id
left join library.topics as t on t.topic_id = s.topic_id
left join library.accounts as c on c.account_id = b.account_id and c.binned_at is null
left join of_topic as w on w.topic_id = b.topic_id
left join of_library as l on true
order by e.series_id, e.position, e.episode_id
