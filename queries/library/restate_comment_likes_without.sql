-- purpose: comments that are left have the likes of the newest import that is left
-- reads: touched_comments
-- parameters: none
update library.comments
set likes = s.likes
from (
    select g.comment_key, max_by(g.likes, g.import_id) as likes
    from library.comment_sightings as g
    semi join touched_comments as t on t.comment_key = g.comment_key
    where g.likes is not null
    group by g.comment_key
) as s
where comments.comment_key = s.comment_key and s.likes is distinct from comments.likes
