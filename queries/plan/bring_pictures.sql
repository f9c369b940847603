-- purpose: add the pictures of a plan file that are not there yet
-- parameters: rows
insert into plan.pictures by name
select
    g.picture_id,
    g.name,
    g.media_type,
    g.width,
    g.height,
    g.bytes,
    g.thumbnail,
    g.added_at
from (
    select
        unnest(
            cast($rows as struct(
                picture_id text,
                name text,
                media_type text,
                width integer,
                height integer,
                bytes blob,
                thumbnail blob,
                added_at timestamptz
            )[]),
            max_depth := 2
        )
) as g
where not exists (
    select 1
    from plan.pictures as k
    where k.picture_id = g.picture_id
)
