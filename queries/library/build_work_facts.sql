-- purpose: write one work's label facts in a topic
-- grain: one row per angle of the work
-- parameters: topic_id, work_key
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
where a.topic_id = $topic_id and l.work_key = $work_key and not a.is_retired
