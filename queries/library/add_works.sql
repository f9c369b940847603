-- purpose: add the works that the library lacks, as their newest capture shows them
-- grain: one row per new work
-- reads: staged
-- parameters: is_sample
insert into library.works (
    work_key, platform, work_id, creator_key, url, title, text, hashtags, transcript, search_text, published_at,
    duration_seconds, plays, likes, comments, shares, collects, keyword, captured_at, is_sample
)
select
    s.work_key,
    s.platform,
    s.work_id,
    coalesce(a.creator_key, c.creator_key) as creator_key,
    s.url,
    s.title,
    s.text,
    s.hashtags,
    s.transcript,
    s.search_text,
    s.published_at,
    s.duration_seconds,
    s.plays,
    s.likes,
    s.comments,
    s.shares,
    s.collects,
    s.keyword,
    s.captured_at,
    $is_sample
from staged as s
left join library.creator_aliases as a on a.platform = s.platform and a.alias_id = s.creator_id
left join library.creators as c on c.platform = s.platform and c.creator_id = s.creator_id
where not s.is_known and s.is_newest and not s.is_duplicate
