-- purpose: rejected rows, unread cells, remarks and interest came from an import that is still there
-- grain: one row
-- parameters: none
-- columns: violations
with brought as (
    select r.import_id from library.rejects as r
    union all
    select u.import_id from library.unread_cells as u
    union all
    select r.import_id from library.comment_rejects as r
    union all
    select m.import_id from library.remarks as m
    union all
    select i.import_id from library.interest as i
)
select count(*) as violations
from brought as b
anti join library.imports as i on i.import_id = b.import_id
order by violations
