-- purpose: mark the rows that bring other words or other details than the library has, so that only those works are rewritten
-- grain: updates the newest staged row of known works where it says something new
-- reads: staged
-- parameters: none
with compared as (
    select
        s.rowid as staged_row,
        (s.title is not null and s.title is distinct from w.title)
        or (s.text is not null and s.text is distinct from w.text)
        or (s.hashtags is not null and s.hashtags is distinct from w.hashtags)
        or (s.transcript is not null and s.transcript is distinct from w.transcript) as has_new_words,
        (s.url is not null and s.url is distinct from w.url)
        or (s.published_at is not null and s.published_at is distinct from w.published_at)
        or (s.duration_seconds is not null and s.duration_seconds is distinct from w.duration_seconds)
        or (s.keyword is not null and s.keyword is distinct from w.keyword)
        or (u.creator_key is not null and s.creator_id <> '') as has_new_details
    from staged as s
    inner join library.works as w on w.work_key = s.work_key
    left join library.creators as u on u.creator_key = w.creator_key and u.creator_id = ''
    where s.is_known and s.is_newest and not s.is_duplicate and s.captured_at >= w.captured_at
)
update staged
set has_new_words = c.has_new_words, has_new_details = c.has_new_details
from compared as c
where c.staged_row = staged.rowid and (c.has_new_words or c.has_new_details)
