-- purpose: give works back the words and details that an import replaced, where no later import saw the work again
-- parameters: import_id
update library.works
set
    creator_key = coalesce(
        (select c.creator_key from library.creators as c where c.creator_key = f.creator_key),
        library.works.creator_key
    ),
    url = f.url,
    title = f.title,
    text = f.text,
    hashtags = f.hashtags,
    transcript = f.transcript,
    search_text = f.search_text,
    published_at = f.published_at,
    duration_seconds = f.duration_seconds,
    keyword = f.keyword
from library.former_texts as f
where
    f.import_id = $import_id
    and f.work_key = library.works.work_key
    and not exists (
        select 1
        from library.snapshots as u
        inner join library.snapshots as n on n.work_key = u.work_key
        where
            u.work_key = f.work_key
            and u.import_id = $import_id
            and n.import_id > $import_id
            and n.captured_at >= u.captured_at
    )
