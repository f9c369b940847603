-- purpose: an edit belongs to an action, and what it changed is there
-- grain: one row
-- parameters: none
-- columns: violations
with items as (
    select 'proposal' as item, p.proposal_id as item_id from plan.proposals as p
    union all
    select 'series' as item, s.series_id::text as item_id from plan.series as s
    union all
    select 'episode' as item, e.episode_id::text as item_id from plan.episodes as e
    union all
    select 'shot' as item, h.shot_id as item_id from plan.shots as h
    union all
    select 'signal' as item, g.signal_id::text as item_id from plan.signals as g
    union all
    select 'topic' as item, t.topic_id::text as item_id from library.topics as t
    union all
    select 'angle' as item, n.angle_id::text as item_id from library.angles as n
    union all
    select 'account' as item, c.account_id::text as item_id from library.accounts as c
    union all
    select 'claim' as item, m.claim_id::text as item_id from library.claims as m
    union all
    select 'creator' as item, r.creator_key::text as item_id from library.creators as r
    union all
    select 'mapping' as item, u.header_hash as item_id from library.mappings as u
)

select count(*) as violations
from main.edits as e
left join main.actions as a on a.action_id = e.action_id
left join items as i on i.item = e.item and i.item_id = e.item_id
where a.action_id is null or i.item_id is null
order by violations
