-- purpose: keep a codebook as it stands under its version; a run of edits makes one
-- parameters: topic_id, toml
merge into library.codebook_versions as v
using (select t.topic_id, t.version from library.topics as t where t.topic_id = $topic_id) as n
on v.topic_id = n.topic_id and v.version = n.version
when matched then update set toml = $toml
when not matched then insert (topic_id, version, saved_at, toml, is_open)
values (n.topic_id, n.version, now(), $toml, true)
