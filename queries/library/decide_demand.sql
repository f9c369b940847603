-- purpose: what asks for an angle: a person's word first, else the rule (a term, and no exclusion beside it)
-- grain: one row per angle and item
-- reads: asking
-- parameters: topic_id
insert into library.demand_labels
with by_person as (
    select p.angle_id, p.item, p.item_id, p.asks
    from library.person_demand_labels as p
    inner join library.angles as a on a.angle_id = p.angle_id
    where a.topic_id = $topic_id and not a.is_retired
)
select r.angle_id, r.item, r.item_id, 'rule' as origin, r.places
from asking as r
anti join by_person as p on p.angle_id = r.angle_id and p.item = r.item and p.item_id = r.item_id
union all
select p.angle_id, p.item, p.item_id, 'person' as origin, coalesce(r.places, 0) as places
from by_person as p
left join asking as r on r.angle_id = p.angle_id and r.item = p.item and r.item_id = p.item_id
where p.asks
