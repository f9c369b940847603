-- purpose: the accepted claims of a topic that a proposal may lean on, those that carry its angle and are graded best first
-- grain: one row per claim
-- parameters: topic_id, angle_id
-- columns: claim_id, statement, body, grade, sources, carries_angle
with carrying as (
    select d.item_id as claim_id
    from library.demand_labels as d
    where d.item = 'claim' and d.angle_id = $angle_id
),
used as (
    select u.claim_id, count(distinct u.source_id) as sources
    from library.claim_uses as u
    inner join library.sources as s on s.source_id = u.source_id and s.binned_at is null
    group by u.claim_id
)
select
    c.claim_id,
    c.statement,
    c.body,
    c.grade,
    coalesce(u.sources, 0) as sources,
    c.claim_id in (select k.claim_id from carrying as k) as carries_angle
from library.claims as c
inner join library.sources as d on d.source_id = c.source_id and d.binned_at is null
left join used as u on u.claim_id = c.claim_id
where
    c.status = 'accepted'
    and c.binned_at is null
    and (
        $topic_id is null
        or c.source_id in (select t.source_id from library.topic_sources as t where t.topic_id = $topic_id)
    )
order by carries_angle desc, list_position(['high', 'medium', 'low', 'unrated'], c.grade), c.claim_id
