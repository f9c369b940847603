-- purpose: how many of our reports speak of each angle of a topic
-- grain: one row per angle that any speaks of
-- parameters: topic_id
-- columns: angle, reports
select a.key as angle, count(distinct s.source_id) as reports
from library.angles as a
inner join library.demand_labels as d on d.angle_id = a.angle_id and d.item = 'source'
inner join library.sources as s on s.source_id = d.item_id
where a.topic_id = $topic_id and not a.is_retired and s.kind = 'own_report' and s.binned_at is null
group by a.key
order by a.key
