-- purpose: every comment came from an import that is still there, and only questions are searched
-- grain: one row
-- parameters: none
-- columns: violations
with brought as (
    select distinct s.comment_key
    from library.comment_sightings as s
    inner join library.imports as i on i.import_id = s.import_id
)
select count(*) as violations
from library.comments as c
full join brought as b on b.comment_key = c.comment_key
where b.comment_key is null or c.comment_key is null or c.is_question <> (c.search_text is not null)
order by violations
