-- purpose: keep the pictures that a document links to
-- parameters: rows
insert into library.source_media by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            position integer,
            url text,
            alt text,
            caption text
        )[]),
        max_depth := 2
    )
