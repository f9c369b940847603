-- purpose: keep the words that this file is about to replace, so that the import can be undone
-- reads: staged
-- parameters: import_id
insert into library.former_texts
select
    w.work_key,
    $import_id as import_id,
    w.url,
    w.title,
    w.text,
    w.hashtags,
    w.transcript,
    w.search_text,
    w.published_at,
    w.duration_seconds
from staged as s
inner join library.works as w on w.platform = s.platform and w.work_id = s.work_id
where
    s.is_newest
    and s.captured_at >= w.captured_at
    and (
        (s.title is not null and s.title is distinct from w.title)
        or (s.text is not null and s.text is distinct from w.text)
        or (s.hashtags is not null and s.hashtags is distinct from w.hashtags)
        or (s.transcript is not null and s.transcript is distinct from w.transcript)
    )
