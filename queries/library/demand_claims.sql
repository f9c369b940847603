-- purpose: the claims that may ask for an angle of a topic, in their own words
-- grain: one row per claim
-- parameters: topic_id
-- columns: claim_id, title, text, transcript
select c.claim_id, c.statement as title, c.body as text, c.said_by as transcript
from library.topic_sources as t
inner join library.sources as s on s.source_id = t.source_id
inner join library.claims as c on c.source_id = t.source_id
where t.topic_id = $topic_id and s.binned_at is null and c.binned_at is null
order by c.claim_id
