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
inner join library.works as w on w.work_key = s.work_key
where s.has_new_words
