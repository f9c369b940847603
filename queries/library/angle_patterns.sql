-- purpose: the terms of angles
-- grain: one row per angle term
-- parameters: angle_ids
-- columns: term_id, angle_id, term, is_exclusion
select t.term_id, t.angle_id, t.term, t.is_exclusion
from library.angle_terms as t
where list_contains($angle_ids::bigint[], t.angle_id)
order by t.term_id
