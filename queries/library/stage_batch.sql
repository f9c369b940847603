-- purpose: keep one batch of rows; a capture without a time of its own gets the file's, a creator without an id is known
--          by the name
-- reads: batch
-- parameters: file_time
insert into staged
select
    b.row,
    b.platform,
    b.work_id,
    b.url,
    coalesce(nullif(b.creator_id, ''), 'name:' || nullif(trim(b.creator_name), ''), '') as creator_id,
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
    coalesce(b.captured_at, $file_time) as captured_at,
    1 as capture_number,
    true as is_newest,
    false as is_duplicate,
    null as outcome
from batch as b
