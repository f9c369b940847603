-- purpose: keep one batch of comments; of a table that names no platform, that of the one work with the id
-- reads: staged_comments, comment_batch
-- parameters: is_sample
insert into staged_comments
with homeless as (
    select distinct b.work_id
    from comment_batch as b
    where b.platform is null
),
homes as (
    select w.work_id, min(w.platform) as platform
    from library.works as w
    semi join homeless as h on h.work_id = w.work_id
    where w.is_sample = $is_sample
    group by w.work_id
    having count(*) = 1
)
select
    b.row,
    b.comment_key,
    coalesce(b.platform, h.platform) as platform,
    b.work_id,
    b.text,
    b.search_text,
    b.said_at,
    b.likes,
    b.is_question
from comment_batch as b
left join homes as h on h.work_id = b.work_id
