-- purpose: what viewers ask under the works of a topic, most liked first
-- grain: one row per question
-- parameters: topic_id, most
-- columns: comment_key, work_key, text, said_at, likes, angles
with asked as (
    select c.comment_key, w.work_key, c.text, c.said_at, c.likes
    from library.comments as c
    inner join library.works as w
        on w.platform = c.platform and w.work_id = c.work_id and w.is_sample = c.is_sample
    inner join library.creators as r on r.creator_key = w.creator_key
    semi join library.topic_works as t on t.topic_id = $topic_id and t.work_key = w.work_key
    where c.is_question and r.role <> 'ignored'
),
labelled as (
    select d.item_id as comment_key, list(a.key order by a.position) as angles
    from library.demand_labels as d
    inner join library.angles as a on a.angle_id = d.angle_id
    where a.topic_id = $topic_id and not a.is_retired and d.item = 'question'
    group by d.item_id
)
select a.comment_key, a.work_key, a.text, a.said_at, a.likes, coalesce(l.angles, []) as angles
from asked as a
left join labelled as l on l.comment_key = a.comment_key
order by coalesce(a.likes, 0) desc, a.comment_key
limit $most
