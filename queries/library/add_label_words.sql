-- purpose: keep the words that matched, for works of the angle's topic
-- reads: hits
-- parameters: none
insert into library.label_words
select h.angle_id, h.work_key, h.term_id, h.start_at
from hits as h
inner join library.angles as a on a.angle_id = h.angle_id
semi join library.topic_works as t on t.topic_id = a.topic_id and t.work_key = h.work_key
