-- purpose: how many comments of the file are not known
-- grain: one row
-- reads: staged_comments
-- parameters: none
-- columns: added
select count(distinct s.comment_key) as added
from staged_comments as s
anti join library.comments as c on c.comment_key = s.comment_key
order by added
