-- purpose: keep a codebook as it was saved
-- parameters: topic_id, toml
insert into library.codebook_versions
select t.topic_id, t.version, now(), $toml
from library.topics as t
where t.topic_id = $topic_id
