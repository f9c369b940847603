-- purpose: uploaded pictures with all that is known of them, their bytes where these are wanted
-- grain: one row per picture
-- parameters: ids, with_content
-- columns: picture_id, name, media_type, width, height, added_at, content, thumbnail
select
    p.picture_id,
    p.name,
    p.media_type,
    p.width,
    p.height,
    p.added_at,
    case when $with_content then p.bytes end as content,
    case when $with_content then p.thumbnail end as thumbnail
from plan.pictures as p
where list_contains($ids::text[], p.picture_id)
order by p.picture_id
