-- purpose: how many of the comments that an import brought ask something
-- grain: one row
-- parameters: import_id
-- columns: questions
select count(*) as questions
from library.comment_sightings as s
inner join library.comments as c on c.comment_key = s.comment_key
where s.import_id = $import_id and c.is_question
order by questions
