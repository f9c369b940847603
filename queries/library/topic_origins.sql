-- purpose: where topics come from: the hot list of the entry that one was made of, or what a report on it names
-- grain: one row per topic and origin
-- parameters: none
-- columns: topic_id, origin, listed_on
select h.topic_id, h.origin, max(h.listed_on) as listed_on
from library.hot_topics as h
where h.status = 'accepted' and h.topic_id is not null and h.binned_at is null
group by h.topic_id, h.origin
union
select r.topic_id, f.value, null
from library.reports as r
inner join library.report_fields as f on f.source_id = r.source_id and f.key = 'topic_origin'
inner join library.sources as s on s.source_id = r.source_id and s.binned_at is null
where r.topic_id is not null and f.value <> ''
order by topic_id, listed_on desc nulls last, origin
