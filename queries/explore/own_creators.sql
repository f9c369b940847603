-- purpose: how many creators of ours a topic could hold, so that "we do not cover it" means something
-- grain: one row
-- parameters: topic_id
-- columns: own_creators
select count(*) as own_creators
from library.creators as c
where
    c.role = 'own'
    and c.is_sample = (select t.is_sample from library.topics as t where t.topic_id = $topic_id)
order by own_creators
