-- purpose: the saved states of a topic's codebook, newest first
-- grain: one row per version
-- parameters: topic_id
-- columns: version, saved_at, toml
select v.version, v.saved_at, v.toml
from library.codebook_versions as v
where v.topic_id = $topic_id
order by v.version desc
