-- purpose: the file that a report was read from
-- grain: one row at most
-- parameters: source_id
-- columns: file, sha256, topic_id, is_sample
select s.file, s.sha256, r.topic_id, s.is_sample
from library.reports as r
inner join library.sources as s on s.source_id = r.source_id
where r.source_id = $source_id
order by r.source_id
