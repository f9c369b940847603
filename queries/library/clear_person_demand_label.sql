-- purpose: leave items and an angle to the rule again
-- parameters: angle_id, item, item_ids
delete from library.person_demand_labels
where angle_id = $angle_id and item = $item and list_contains($item_ids::bigint[], item_id)
