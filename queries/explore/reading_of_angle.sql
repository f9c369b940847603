-- purpose: what asks for an angle among the claims and sources: the claims that carry it, the sources that speak of it
-- grain: one row per claim or source, item says which
-- parameters: topic_id, angle
-- columns: item, item_id
with wanted as (
    select d.item, d.item_id
    from library.demand_labels as d
    inner join library.angles as a on a.angle_id = d.angle_id
    where a.topic_id = $topic_id and a.key = $angle and not a.is_retired and d.item in ('claim', 'source')
),
used as (
    select 'source' as item, u.source_id as item_id
    from wanted as w
    inner join library.claims as c on c.claim_id = w.item_id
    inner join library.claim_uses as u on u.claim_id = c.claim_id
    where w.item = 'claim' and c.status = 'accepted'
)
select w.item, w.item_id from wanted as w
union
select u.item, u.item_id from used as u
order by item, item_id
