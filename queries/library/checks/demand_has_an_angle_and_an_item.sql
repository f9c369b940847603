-- purpose: what asks for an angle in use is there and out of the bin: a source of its topic, a claim of one, a question
-- grain: one row
-- parameters: none
-- columns: violations
with alive as (
    select t.topic_id, 'source' as item, t.source_id as item_id
    from library.topic_sources as t
    inner join library.sources as s on s.source_id = t.source_id and s.binned_at is null
    union
    select t.topic_id, 'claim' as item, c.claim_id as item_id
    from library.topic_sources as t
    inner join library.sources as s on s.source_id = t.source_id and s.binned_at is null
    inner join library.claims as c on c.source_id = t.source_id and c.binned_at is null
    union
    select t.topic_id, 'question' as item, c.comment_key as item_id
    from library.topics as t
    inner join library.comments as c on c.is_question and c.is_sample = t.is_sample
)
select count(*) as violations
from library.demand_labels as d
left join library.angles as a on a.angle_id = d.angle_id and not a.is_retired
left join alive as i on i.topic_id = a.topic_id and i.item = d.item and i.item_id = d.item_id
-- a person's word holds for what has left the topic since; nothing counts it there
where a.angle_id is null or (i.item_id is null and d.origin = 'rule')
order by violations
