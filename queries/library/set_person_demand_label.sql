-- purpose: keep what a person said of items and an angle; the last word counts
-- parameters: angle_id, item, item_ids, asks
merge into library.person_demand_labels as p
using (
    select $angle_id as angle_id, $item as item, unnest($item_ids::bigint[]) as item_id
) as n
on p.angle_id = n.angle_id and p.item = n.item and p.item_id = n.item_id
when matched then update set asks = $asks, decided_at = now()
when not matched then insert values (n.angle_id, n.item, n.item_id, $asks, now())
