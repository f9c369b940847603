-- purpose: put sources into the topics whose terms they use (all sources where a topic has no term)
-- grain: one row per topic and source
-- reads: topic_hits
-- parameters: topic_ids, source_ids
insert into library.topic_sources
with chosen as (
    select distinct h.topic_id, h.work_key as source_id
    from topic_hits as h
    union all
    select t.topic_id, s.source_id
    from library.topics as t
    cross join library.sources as s
    where
        list_contains($topic_ids::bigint[], t.topic_id)
        and ($source_ids::bigint[] is null or list_contains($source_ids::bigint[], s.source_id))
        and s.body is not null
        and not exists (select 1 from library.topic_terms as m where m.topic_id = t.topic_id)
)
select c.topic_id, c.source_id, 'rule' as origin
from chosen as c
inner join library.topics as t on t.topic_id = c.topic_id
inner join library.sources as s on s.source_id = c.source_id
where
    s.is_sample = t.is_sample
    and not exists (
        select 1 from library.topic_sources as o where o.topic_id = c.topic_id and o.source_id = c.source_id
    )
order by c.topic_id, c.source_id
