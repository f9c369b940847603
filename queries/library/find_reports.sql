-- purpose: the reports with one of these titles or bytes, to know another version when it comes
-- grain: one row per report
-- parameters: sha256, title, is_sample
-- columns: source_id, topic_id, researched_on, file, is_same_file, is_binned
select
    r.source_id,
    r.topic_id,
    r.researched_on,
    s.file,
    s.sha256 = $sha256 as is_same_file,
    s.binned_at is not null as is_binned
from library.reports as r
inner join library.sources as s on s.source_id = r.source_id
where s.is_sample = $is_sample and (s.sha256 = $sha256 or r.title = $title)
order by is_same_file desc, is_binned, r.source_id
