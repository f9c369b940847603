-- purpose: how a series is called, and what it refers to by name
-- grain: one row
-- parameters: series_id
-- columns: title, topic, account
select
    -- a report suggests a series in a sentence that leads to its episodes; that is no title
    case when regexp_matches(trim(s.title), '[:：]$') then coalesce(t.name, d.name, s.title) else s.title end as title,
    t.name as topic,
    c.handle as account
from plan.series as s
left join library.sources as d on d.source_id = s.source_id
left join library.topics as t on t.topic_id = s.topic_id
left join library.accounts as c on c.account_id = s.account_id and c.binned_at is null
where s.series_id = $series_id
order by s.series_id
