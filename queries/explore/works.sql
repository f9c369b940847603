-- purpose: works of a topic within the filters, of one angle, of none, or with some words
-- grain: one row per work
-- parameters: topic_id, platforms, creators, roles, date_from, date_to, min_response, angle_id, is_unlabelled, search, week, first, most
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
    s.response
from library.scope_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double) as s
inner join library.works as w on w.work_key = s.work_key
inner join library.creators as c on c.creator_key = s.creator_key
where
    ($angle_id::bigint is null or s.work_key in (
        select f.work_key from library.label_facts as f where f.topic_id = $topic_id and f.angle_id = $angle_id
    ))
    and (not $is_unlabelled::boolean or not s.is_labelled)
    and ($search::text is null or contains(w.search_text, $search))
    and ($week::date is null or date_trunc('week', s.day)::date = $week)
order by w.published_at desc nulls last, w.work_key
limit $most::bigint offset $first::bigint
