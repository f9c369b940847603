-- purpose: keep what a document lists as its sources
-- parameters: rows
insert into library.source_references by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            position integer,
            cited_id bigint,
            label text,
            url text
        )[]),
        max_depth := 2
    )
