-- purpose: the comments that an import brought
-- grain: one row per comment
-- parameters: import_id
-- columns: comment_key
select s.comment_key
from library.comment_sightings as s
where s.import_id = $import_id
order by s.comment_key
