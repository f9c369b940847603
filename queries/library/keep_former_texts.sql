-- purpose: keep the words and details that this file is about to replace, so that the import can be undone
-- reads: staged
-- parameters: import_id
insert into library.former_texts (
    work_key, import_id, creator_key, url, title, text, hashtags, transcript, search_text, published_at, duration_seconds,
    keyword
)
select
    w.work_key,
    $import_id as import_id,
    w.creator_key,
    w.url,
    w.title,
    w.text,
    w.hashtags,
    w.transcript,
    w.search_text,
    w.published_at,
    w.duration_seconds,
    w.keyword
from staged as s
inner join library.works as w on w.work_key = s.work_key
where s.has_new_words or s.has_new_details
