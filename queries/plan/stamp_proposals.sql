-- purpose: give proposals that a plan file brought what editors do not write
-- parameters: rows
update plan.proposals as p
set
    source_id = g.source_id,
    section = g.section,
    position = g.position,
    created_at = g.created_at,
    changed_at = g.changed_at,
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
                changed_at timestamptz,
                binned_at timestamptz
            )[]),
            max_depth := 2
        )
) as g
where p.proposal_id = g.item_id
