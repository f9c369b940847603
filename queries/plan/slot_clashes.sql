-- purpose: the open episodes of a series on whose day another series of the same account has one too, at no other time
-- grain: one row per pair of episodes
-- parameters: series_id
-- columns: episode_id, planned_on, other_title, other_series, other_time
with to_publish as (
    select e.episode_id, e.title, e.planned_on, e.series_id, s.title as series, s.account_id, s.slot_time
    from plan.episodes as e
    inner join plan.series as s on s.series_id = e.series_id
    where
        e.binned_at is null
        and s.binned_at is null
        and e.planned_on is not null
        and e.published_on is null
        and e.status not in ('published', 'dropped')
)
select e.episode_id, e.planned_on, o.title as other_title, o.series as other_series, o.slot_time as other_time
from to_publish as e
inner join to_publish as o
    on
        o.account_id = e.account_id
        and o.planned_on = e.planned_on
        and o.series_id <> e.series_id
        and coalesce(o.slot_time = e.slot_time, true)
where e.series_id = $series_id
order by e.planned_on, e.episode_id, o.episode_id
