-- purpose: write one work's label facts in a topic
-- grain: one row per angle of the work
-- parameters: topic_id, work_key
insert into library.label_facts
select f.*
from library.current_label_facts as f
where f.topic_id = $topic_id and f.work_key = $work_key
