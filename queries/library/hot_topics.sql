-- purpose: the entries of hot lists, the latest list first; one whose topic was deleted is a candidate again
-- grain: one row per hot topic
-- parameters: none
-- columns: hot_topic_id, title, origin, listed_on, rank, heat, url, note, status, topic_id, is_sample
select
    h.hot_topic_id,
    h.title,
    h.origin,
    h.listed_on,
    h.rank,
    h.heat,
    h.url,
    h.note,
    case when h.status = 'accepted' and t.topic_id is null then 'candidate' else h.status end as status,
    t.topic_id,
    h.is_sample
from library.hot_topics as h
left join library.topics as t on t.topic_id = h.topic_id
where h.binned_at is null
order by h.listed_on desc nulls last, h.origin, h.hot_topic_id
