-- purpose: some works by their keys
-- grain: one row per work
-- parameters: work_keys
-- columns: work_key, platform, work_id, creator_key, creator, role, title, text, hashtags, transcript, url, published_at, captured_at, duration_seconds, plays, likes, comments, shares, collects, keyword, response
select
    w.work_key,
    w.platform,
    w.work_id,
    w.creator_key,
    coalesce(c.name, nullif(c.creator_id, '')) as creator,
    c.role,
    w.title,
    w.text,
    w.hashtags,
    w.transcript,
    w.url,
    w.published_at,
    w.captured_at,
    w.duration_seconds,
    w.plays,
    w.likes,
    w.comments,
    w.shares,
    w.collects,
    w.keyword,
    r.response
from library.works as w
inner join library.creators as c on c.creator_key = w.creator_key
left join library.responses as r on r.work_key = w.work_key
where list_contains($work_keys::bigint[], w.work_key)
order by list_position($work_keys::bigint[], w.work_key)
