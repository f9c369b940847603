-- purpose: write the exclusions of angles in order
-- parameters: rows
insert into library.angle_terms by name
select
    nextval('library.term_ids')::integer as term_id,
    g.angle_id,
    g.position,
    g.term,
    true as is_exclusion
from (
    select
        unnest(
            cast($rows as struct(angle_id bigint, position integer, term text)[]),
            max_depth := 2
        )
) as g
order by g.angle_id, g.position
