-- purpose: remember phrases of a topic that a person does not want to see again
-- parameters: topic_id, phrases
insert into library.hidden_phrases (topic_id, phrase, hidden_at)
select $topic_id::bigint, p.phrase, now()
from (select distinct unnest($phrases::text[]) as phrase) as p
where not exists (
    select 1 from library.hidden_phrases as h where h.topic_id = $topic_id and h.phrase = p.phrase
)
