-- purpose: write what sources are worth for claims; which sources those are, their documents say
-- parameters: rows
update library.claim_uses as u
set grade = g.grade, grade_reason = g.grade_reason
from (
    select
        unnest(
            cast($rows as struct(
                claim_id bigint,
                position integer,
                label text,
                grade text,
                grade_reason text
            )[]),
            max_depth := 2
        )
) as g
where u.claim_id = g.claim_id and u.position = g.position and u.label = g.label
