-- purpose: clear one work's label facts in a topic before they are written anew
-- parameters: topic_id, work_key
delete from library.label_facts where topic_id = $topic_id and work_key = $work_key
