-- purpose: give works back the words that an import replaced, where no later import replaced them again
-- parameters: import_id
update library.works
set
    url = f.url,
    title = f.title,
    text = f.text,
    hashtags = f.hashtags,
    transcript = f.transcript,
    search_text = f.search_text,
    published_at = f.published_at,
    duration_seconds = f.duration_seconds
from library.former_texts as f
where
    f.import_id = $import_id
    and f.work_key = library.works.work_key
    and not exists (
        select 1 from library.former_texts as n where n.work_key = f.work_key and n.import_id > $import_id
    )
