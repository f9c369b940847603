-- purpose: what else a creator published
-- grain: one row per work
-- parameters: creator_key, work_key, most
-- columns: work_key, title, published_at, plays, likes, response
with newest as (
    select w.work_key, w.published_at
    from library.works as w
    where w.creator_key = $creator_key and w.work_key <> $work_key
    order by w.published_at desc nulls last, w.work_key
    limit $most::bigint
)
select w.work_key, coalesce(w.title, w.text) as title, w.published_at, w.plays, w.likes, r.response
from newest as n
inner join library.works as w on w.work_key = n.work_key
left join library.responses as r on r.work_key = n.work_key
order by w.published_at desc nulls last, w.work_key
