-- purpose: the angles of a topic that one report speaks of
-- grain: one row per angle
-- parameters: topic_id, source_id
-- columns: angle, places
select a.key as angle, d.places
from library.angles as a
inner join library.demand_labels as d on d.angle_id = a.angle_id and d.item = 'source'
where a.topic_id = $topic_id and not a.is_retired and d.item_id = $source_id
order by a.position
