-- purpose: keep the entries of a hot list as candidates for topics
-- reads: hot_rows
-- parameters: origin, listed_on, is_sample
insert into library.hot_topics (
    hot_topic_id, title, origin, listed_on, rank, heat, url, note, status, is_sample, imported_at
)
select
    nextval('library.hot_topic_ids'),
    r.title,
    $origin,
    coalesce(r.listed_on, $listed_on),
    r.rank,
    r.heat,
    r.url,
    r.note,
    'candidate',
    $is_sample,
    now()
from hot_rows as r
order by r.place
