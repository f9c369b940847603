-- purpose: forget a topic's angles in library.demand_labels
-- parameters: topic_id
delete from library.demand_labels
where angle_id in (select a.angle_id from library.angles as a where a.topic_id = $topic_id)
