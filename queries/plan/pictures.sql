-- purpose: uploaded pictures, with what is in them where it is wanted
-- grain: one row per picture
-- parameters: ids, with_content
-- columns: picture_id, name, media_type, width, height, content
select
    p.picture_id,
    p.name,
    p.media_type,
    p.width,
    p.height,
    case when $with_content then p.bytes else ''::blob end as content
from plan.pictures as p
where list_contains($ids::text[], p.picture_id)
order by p.picture_id
