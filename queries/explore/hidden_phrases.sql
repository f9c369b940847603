-- purpose: the phrases of a topic that a person does not want to see again
-- grain: one row per phrase
-- parameters: topic_id
-- columns: phrase
select h.phrase
from library.hidden_phrases as h
where h.topic_id = $topic_id
order by h.phrase
