-- purpose: where a person decided what asks for an angle, the label says the same
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from library.person_demand_labels as p
inner join library.angles as a on a.angle_id = p.angle_id and not a.is_retired
left join library.demand_labels as d on d.angle_id = p.angle_id and d.item = p.item and d.item_id = p.item_id
where p.asks is distinct from (d.item_id is not null)
order by violations
