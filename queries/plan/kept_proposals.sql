-- purpose: every proposal with what its editors do not write: the report that suggests it, its days, whether it is kept
-- grain: one row per proposal
-- parameters: none
-- columns: item_id, source_id, section, position, created_at, changed_at, binned_at, is_kept
with worked_on as (
    select e.item_id as proposal_id
    from main.edits as e
    where e.item = 'proposal'
    union
    select v.proposal_id
    from plan.votes as v
    union
    select c.proposal_id
    from plan.comments as c
)

select
    p.proposal_id as item_id,
    p.source_id,
    p.section,
    p.position,
    p.created_at,
    p.changed_at,
    p.binned_at,
    -- the sample's are the user's once somebody worked on them
    not coalesce(s.is_sample, false) or p.proposal_id in (select t.proposal_id from worked_on as t) as is_kept
from plan.proposals as p
left join library.sources as s on s.source_id = p.source_id
order by p.created_at, p.section, p.position, p.proposal_id
