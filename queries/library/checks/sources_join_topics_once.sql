-- purpose: a source joins a topic once, both are there, and the sample stays apart
-- grain: one row
-- parameters: none
-- columns: violations
with joined as (
    select t.topic_id, t.source_id, count(*) over (partition by t.topic_id, t.source_id) as times
    from library.topic_sources as t
)
select count(*) as violations
from joined as j
left join library.topics as t on t.topic_id = j.topic_id
left join library.sources as s on s.source_id = j.source_id
where t.is_sample is distinct from s.is_sample or t.topic_id is null or s.source_id is null or j.times > 1
order by violations
