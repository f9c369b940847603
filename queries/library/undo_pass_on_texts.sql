-- purpose: where a later import saw the work again, its words stay; it now stands behind the words before the undone import
-- parameters: import_id
merge into library.former_texts as t
using (
    select n.next_import_id, f.*
    from library.former_texts as f
    inner join (
        select u.work_key, min(l.import_id) as next_import_id
        from library.snapshots as u
        inner join library.snapshots as l on l.work_key = u.work_key
        where u.import_id = $import_id and l.import_id > $import_id and l.captured_at >= u.captured_at
        group by u.work_key
    ) as n on n.work_key = f.work_key
    where f.import_id = $import_id
) as p
on t.work_key = p.work_key and t.import_id = p.next_import_id
when matched then update set
    creator_key = p.creator_key,
    url = p.url,
    title = p.title,
    text = p.text,
    hashtags = p.hashtags,
    transcript = p.transcript,
    search_text = p.search_text,
    published_at = p.published_at,
    duration_seconds = p.duration_seconds,
    keyword = p.keyword
when not matched then insert (
    work_key, import_id, creator_key, url, title, text, hashtags, transcript, search_text, published_at, duration_seconds,
    keyword
) values (
    p.work_key, p.next_import_id, p.creator_key, p.url, p.title, p.text, p.hashtags, p.transcript, p.search_text,
    p.published_at, p.duration_seconds, p.keyword
)
