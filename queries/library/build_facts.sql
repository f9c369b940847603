-- purpose: the labels of topics with all that coverage filters by, sorted by day so that dates skip blocks
-- grain: one row per angle and work
-- parameters: topic_ids
insert into library.label_facts
select
    a.topic_id,
    l.angle_id,
    l.work_key,
    w.creator_key,
    w.platform,
    w.published_at::date as day,
    r.response
from library.labels as l
inner join library.angles as a on a.angle_id = l.angle_id
inner join library.works as w on w.work_key = l.work_key
left join library.responses as r on r.work_key = l.work_key
where list_contains($topic_ids::bigint[], a.topic_id) and not a.is_retired
order by a.topic_id, day, l.work_key
