-- purpose: every passage, table, picture and address belongs to a source that is there
-- grain: one row
-- parameters: none
-- columns: violations
with parts as (
    select p.source_id from library.passages as p
    union all
    select t.source_id from library.source_tables as t
    union all
    select m.source_id from library.source_media as m
    union all
    select u.source_id from library.source_urls as u
)
select count(*) as violations
from parts as p
anti join library.sources as s on s.source_id = p.source_id
order by violations
