-- purpose: a row that was edited is of the revision that its newest edit made, and no revision was made twice
-- grain: one row
-- parameters: none
-- columns: violations
with revisions as (
    select 'proposal' as item, p.proposal_id as item_id, p.rev from plan.proposals as p
    union all
    select 'series' as item, s.series_id::text as item_id, s.rev from plan.series as s
    union all
    select 'episode' as item, e.episode_id::text as item_id, e.rev from plan.episodes as e
    union all
    select 'shot' as item, h.shot_id as item_id, h.rev from plan.shots as h
),

edited as (
    select e.item, e.item_id, max(e.rev) as rev, count(*) - count(distinct e.rev) as repeated
    from main.edits as e
    group by e.item, e.item_id
)

select count(*) as violations
from edited as e
inner join revisions as r on r.item = e.item and r.item_id = e.item_id
where r.rev <> e.rev or e.repeated > 0
order by violations
