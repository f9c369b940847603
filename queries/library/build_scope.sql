-- purpose: the works of topics with all that coverage filters by, sorted by day
-- grain: one row per topic and work
-- parameters: topic_ids
insert into library.scope_facts
select
    t.topic_id,
    t.work_key,
    w.creator_key,
    w.platform,
    w.published_at::date as day,
    r.response,
    w.transcript is not null as has_transcript,
    l.work_key is not null as is_labelled
from library.topic_works as t
inner join library.works as w on w.work_key = t.work_key
left join library.responses as r on r.work_key = t.work_key
left join (
    select distinct f.topic_id, f.work_key from library.label_facts as f
) as l on l.topic_id = t.topic_id and l.work_key = t.work_key
where list_contains($topic_ids::bigint[], t.topic_id)
order by t.topic_id, day, t.work_key
