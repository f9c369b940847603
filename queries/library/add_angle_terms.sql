-- purpose: write an angle's terms or exclusions in order
-- parameters: angle_id, terms, is_exclusion
insert into library.angle_terms
select
    nextval('library.term_ids')::integer,
    $angle_id,
    t.position,
    t.term,
    $is_exclusion
from (select generate_subscripts($terms::text[], 1) as position, unnest($terms::text[]) as term) as t
order by t.position
