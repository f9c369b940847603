-- purpose: every series with what its editors do not write: the report that suggests it, its days, whether it is kept
-- grain: one row per series
-- parameters: none
-- columns: item_id, uid, source_id, section, position, created_at, binned_at, is_kept
with worked_on as (
    select e.item_id as series_id
    from main.edits as e
    where e.item = 'series'
    union
    select p.series_id::text
    from main.edits as e
    inner join plan.episodes as p on p.episode_id::text = e.item_id
    where e.item = 'episode'
    union
    select p.series_id::text
    from main.edits as e
    inner join plan.shots as h on h.shot_id = e.item_id
    inner join plan.episodes as p on p.episode_id = h.episode_id
    where e.item = 'shot'
)

select
    s.series_id::text as item_id,
    s.uid,
    s.source_id,
    s.section,
    s.position,
    s.created_at,
    s.binned_at,
    -- the sample's are the user's once somebody worked on them
    not coalesce(o.is_sample, false) or s.series_id::text in (select t.series_id from worked_on as t) as is_kept
from plan.series as s
left join library.sources as o on o.source_id = s.source_id
order by s.created_at, s.section, s.position, s.uid
