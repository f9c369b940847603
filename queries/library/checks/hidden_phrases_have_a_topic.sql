-- purpose: a phrase that is not to be seen again was hidden in a topic that is there
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from library.hidden_phrases as h
anti join library.topics as t on t.topic_id = h.topic_id
order by violations
