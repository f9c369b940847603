-- purpose: where a later import replaced the words once more, it now stands behind the words before the undone import
-- parameters: import_id
update library.former_texts
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
    and f.work_key = library.former_texts.work_key
    and library.former_texts.import_id = (
        select min(n.import_id) from library.former_texts as n
        where n.work_key = f.work_key and n.import_id > $import_id
    )
