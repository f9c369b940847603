-- purpose: the small form of uploaded pictures
-- grain: one row per picture
-- parameters: ids
-- columns: picture_id, thumbnail
select p.picture_id, p.thumbnail
from plan.pictures as p
where list_contains($ids::text[], p.picture_id)
order by p.picture_id
