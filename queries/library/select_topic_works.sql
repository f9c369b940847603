-- purpose: put works into the topics whose terms they hold (all works where a topic has no term) and whose dates they keep
-- grain: one row per topic and work
-- reads: touched, topic_hits
-- parameters: topic_ids
insert into library.topic_works
with chosen as (
    select distinct h.topic_id, h.work_key
    from topic_hits as h
    union all
    select t.topic_id, k.work_key
    from library.topics as t
    cross join touched as k
    where
        list_contains($topic_ids::bigint[], t.topic_id)
        and not exists (select 1 from library.topic_terms as m where m.topic_id = t.topic_id)
)
select c.topic_id, c.work_key
from chosen as c
inner join library.topics as t on t.topic_id = c.topic_id
inner join library.works as w on w.work_key = c.work_key
where
    w.is_sample = t.is_sample
    and (t.date_from is null or w.published_at::date >= t.date_from)
    and (t.date_to is null or w.published_at::date <= t.date_to)
order by c.topic_id, c.work_key
