-- purpose: write claims as they were edited; new ones come from their documents only
-- parameters: rows
update library.claims as c
set
    statement = g.statement,
    said_by = nullif(g.said_by, ''),
    decided_at = case when c.status <> g.status or c.statement <> g.statement then now() else c.decided_at end,
    status = g.status,
    grade = g.grade,
    grade_reason = g.grade_reason,
    good_until = g.good_until,
    rev = g.rev,
    binned_at = case when g.is_binned then coalesce(c.binned_at, now()) end
from (
    select
        unnest(
            cast($rows as struct(
                item_id bigint,
                statement text,
                said_by text,
                status text,
                grade text,
                grade_reason text,
                good_until date,
                is_binned boolean,
                rev bigint
            )[]),
            max_depth := 2
        )
) as g
where c.claim_id = g.item_id
