-- purpose: what people made of the sample, to say what goes with it
-- grain: one row
-- parameters: none
-- columns: edits, labels, remarks
with sample_sources as (
    select s.source_id
    from library.sources as s
    where s.is_sample
),

sample_topics as (
    select t.topic_id
    from library.topics as t
    where t.is_sample
),

sample_angles as (
    select a.angle_id
    from library.angles as a
    where a.topic_id in (select t.topic_id from sample_topics as t)
),

sample_proposals as (
    select p.proposal_id
    from plan.proposals as p
    where p.source_id in (select s.source_id from sample_sources as s)
),

sample_series as (
    select s.series_id
    from plan.series as s
    where s.source_id in (select o.source_id from sample_sources as o)
),

sample_episodes as (
    select e.episode_id
    from plan.episodes as e
    where e.series_id in (select s.series_id from sample_series as s)
),

items as (
    select 'topic' as item, t.topic_id::text as item_id
    from sample_topics as t
    union all
    select 'angle', a.angle_id::text
    from sample_angles as a
    union all
    select 'claim', c.claim_id::text
    from library.claims as c
    where c.source_id in (select s.source_id from sample_sources as s)
    union all
    select 'account', c.account_id::text
    from library.accounts as c
    where c.is_sample
    union all
    select 'creator', c.creator_key::text
    from library.creators as c
    where c.is_sample
    union all
    select 'proposal', p.proposal_id
    from sample_proposals as p
    union all
    select 'series', s.series_id::text
    from sample_series as s
    union all
    select 'episode', e.episode_id::text
    from sample_episodes as e
    union all
    select 'shot', h.shot_id
    from plan.shots as h
    where h.episode_id in (select e.episode_id from sample_episodes as e)
    union all
    select 'signal', g.signal_id::text
    from plan.signals as g
    where
        g.source_id in (select s.source_id from sample_sources as s)
        or g.topic_id in (select t.topic_id from sample_topics as t)
)

select
    (
        select count(*)
        from main.edits as e
        inner join main.actions as n on n.action_id = e.action_id
        inner join items as i on i.item = e.item and i.item_id = e.item_id
        where n.origin = 'person'
    ) as edits,
    (
        select count(*)
        from library.person_labels as l
        where l.angle_id in (select a.angle_id from sample_angles as a)
    ) + (
        select count(*)
        from library.person_demand_labels as l
        where l.angle_id in (select a.angle_id from sample_angles as a)
    ) as labels,
    (
        select count(*)
        from plan.comments as c
        where c.proposal_id in (select p.proposal_id from sample_proposals as p)
    ) + (
        select count(*)
        from plan.votes as v
        where v.proposal_id in (select p.proposal_id from sample_proposals as p)
    ) as remarks
order by edits
