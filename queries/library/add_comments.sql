-- purpose: add the comments that the library lacks, each as the file has it last
-- grain: one row per new comment
-- reads: staged_comments
-- parameters: is_sample
insert into library.comments
select
    s.comment_key, s.platform, s.work_id, s.text, s.search_text, s.said_at, s.likes, s.is_question, $is_sample
from staged_comments as s
anti join library.comments as c on c.comment_key = s.comment_key
qualify row_number() over (partition by s.comment_key order by s.row desc) = 1
