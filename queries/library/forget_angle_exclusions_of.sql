-- purpose: take the exclusions of angles away before they are written anew
-- parameters: ids
delete from library.angle_terms
where list_contains($ids::text[], angle_id::text) and is_exclusion
