-- purpose: change a topic's name and dates, and raise its codebook's version
-- parameters: topic_id, name, date_from, date_to
update library.topics
set name = $name, date_from = $date_from, date_to = $date_to, version = version + 1
where topic_id = $topic_id
