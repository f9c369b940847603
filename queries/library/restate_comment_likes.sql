-- purpose: comments that were known get the likes that the newest import saw
-- parameters: import_id
update library.comments
set likes = s.likes
from library.comment_sightings as s
where
    s.import_id = $import_id
    and comments.comment_key = s.comment_key
    and s.likes is not null
    and s.likes is distinct from comments.likes
