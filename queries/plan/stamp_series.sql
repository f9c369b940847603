-- purpose: give series that a plan file brought what editors do not write
-- parameters: rows
update plan.series as p
set
    source_id = g.source_id,
    section = g.section,
    position = g.position,
    created_at = g.created_at,
    binned_at = g.binned_at
from (
    select
        unnest(
            cast($rows as struct(
                item_id text,
                source_id bigint,
                section integer,
                position integer,
                created_at timestamptz,
                binned_at timestamptz
            )[]),
            max_depth := 2
        )
) as g
where p.series_id = g.item_id::bigint
