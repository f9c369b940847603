-- purpose: what viewers ask under a topic's works
-- grain: one row per question
-- parameters: topic_id
-- columns: comment_key, work_key, text, search_text
select c.comment_key, w.work_key, c.text, c.search_text
from library.topic_works as t
inner join library.works as w on w.work_key = t.work_key
inner join library.comments as c on c.platform = w.platform and c.work_id = w.work_id
where t.topic_id = $topic_id and c.is_question
order by c.comment_key
