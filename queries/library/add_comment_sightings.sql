-- purpose: note which comments an import brought, with their likes then
-- grain: one row per comment of the file
-- reads: staged_comments
-- parameters: import_id
insert into library.comment_sightings
select s.comment_key, $import_id as import_id, max(s.likes) as likes
from staged_comments as s
group by s.comment_key
