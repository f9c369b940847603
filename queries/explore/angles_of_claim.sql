-- purpose: the angles of a topic, and whether a claim asks for each, by whose word
-- grain: one row per angle in use
-- parameters: topic_id, claim_id
-- columns: key, name_zh, name_en, origin
select
    a.key,
    a.name_zh,
    a.name_en,
    d.origin
from library.angles as a
left join library.demand_labels as d
    on a.angle_id = d.angle_id and d.item = 'claim' and d.item_id = $claim_id
where a.topic_id = $topic_id and not a.is_retired
order by a.position
