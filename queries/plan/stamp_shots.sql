-- purpose: give shots that a plan file brought what editors do not write
-- parameters: rows
update plan.shots as p
set
    binned_at = g.binned_at
from (
    select
        unnest(
            cast($rows as struct(
                item_id text,
                binned_at timestamptz
            )[]),
            max_depth := 2
        )
) as g
where p.shot_id = g.item_id
