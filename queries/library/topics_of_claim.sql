-- purpose: the topics that the document of a claim belongs to
-- grain: one row per topic
-- parameters: claim_id
-- columns: topic_id
select t.topic_id
from library.claims as c
inner join library.topic_sources as t on c.source_id = t.source_id
where c.claim_id = $claim_id
order by t.topic_id
