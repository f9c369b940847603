-- purpose: the reports with what each holds
-- grain: one row per report
-- parameters: is_binned
-- columns: source_id, title, file, researched_on, topic_id, topic, account, is_sample, section_keys, claims, sources,
--   origins, proposals, series, episodes, signals
with cited as (
    select r.source_id, u.source_id as cited_id
    from library.report_claims as r
    inner join library.claim_uses as u on u.claim_id = r.claim_id
    union
    select r.source_id, r.cited_id
    from library.report_ratings as r
    union
    select u.source_id, u.cited_id
    from library.report_counterpoint_uses as u
),
cited_sources as (
    select c.source_id, count(distinct c.cited_id) as sources, count(distinct s.origin) as origins
    from cited as c
    inner join library.sources as s on s.source_id = c.cited_id
    group by c.source_id
),
stated as (
    select r.source_id, count(*) as claims
    from library.report_claims as r
    group by r.source_id
),
proposed as (
    select p.source_id, count(*) as proposals
    from plan.proposals as p
    where p.binned_at is null or $is_binned
    group by p.source_id
),
planned as (
    select s.source_id, count(distinct s.series_id) as series, count(e.episode_id) as episodes
    from plan.series as s
    left join plan.episodes as e on e.series_id = s.series_id and (e.binned_at is null or $is_binned)
    where s.binned_at is null or $is_binned
    group by s.source_id
),
watched as (
    select r.source_id, count(*) as signals
    from plan.report_signals as r
    inner join plan.signals as s on s.signal_id = r.signal_id
    where s.binned_at is null or $is_binned
    group by r.source_id
),
sections as (
    select s.source_id, list(s.key order by s.section) filter (where s.key is not null) as keys
    from library.report_sections as s
    group by s.source_id
)
select
    r.source_id,
    r.title,
    d.file,
    r.researched_on,
    r.topic_id,
    t.name as topic,
    a.handle as account,
    d.is_sample,
    coalesce(k.keys, []) as section_keys,
    coalesce(st.claims, 0) as claims,
    coalesce(c.sources, 0) as sources,
    coalesce(c.origins, 0) as origins,
    coalesce(p.proposals, 0) as proposals,
    coalesce(pl.series, 0) as series,
    coalesce(pl.episodes, 0) as episodes,
    coalesce(w.signals, 0) as signals
from library.reports as r
inner join library.sources as d on d.source_id = r.source_id
left join library.topics as t on t.topic_id = r.topic_id
left join library.accounts as a on a.account_id = r.account_id
left join sections as k on k.source_id = r.source_id
left join stated as st on st.source_id = r.source_id
left join cited_sources as c on c.source_id = r.source_id
left join proposed as p on p.source_id = r.source_id
left join planned as pl on pl.source_id = r.source_id
left join watched as w on w.source_id = r.source_id
where (d.binned_at is not null) = $is_binned::boolean
order by d.is_sample, r.researched_on desc nulls last, r.source_id desc
