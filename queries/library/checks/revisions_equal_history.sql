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
    union all
    select 'signal' as item, g.signal_id::text as item_id, g.rev from plan.signals as g
    union all
    select 'topic' as item, t.topic_id::text as item_id, t.rev from library.topics as t
    union all
    select 'angle' as item, n.angle_id::text as item_id, n.rev from library.angles as n
    union all
    select 'account' as item, c.account_id::text as item_id, c.rev from library.accounts as c
    union all
    select 'claim' as item, m.claim_id::text as item_id, m.rev from library.claims as m
    union all
    select 'creator' as item, r.creator_key::text as item_id, r.rev from library.creators as r
    union all
    select 'mapping' as item, u.header_hash as item_id, u.rev from library.mappings as u
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
