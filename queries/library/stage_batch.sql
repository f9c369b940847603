-- purpose: keep one batch of rows; a capture without a time of its own gets the file's
-- reads: batch
-- parameters: file_time
insert into staged (
    row, platform, work_id, url, creator_id, creator_name, is_creator_hidden, title, text, hashtags, transcript,
    search_text, published_at, duration_seconds, plays, likes, comments, shares, collects, keyword, captured_at
)
select
    b.row,
    b.platform,
    b.work_id,
    b.url,
    coalesce(b.creator_id, '') as creator_id,
    b.creator_name,
    coalesce(b.is_creator_hidden, false) as is_creator_hidden,
    b.title,
    b.text,
    b.hashtags,
    b.transcript,
    b.search_text,
    b.published_at,
    b.duration_seconds,
    b.plays,
    b.likes,
    b.comments,
    b.shares,
    b.collects,
    b.keyword,
    coalesce(b.captured_at, $file_time) as captured_at
from batch as b
