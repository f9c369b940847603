-- purpose: keep the tables of a document with their cells
-- parameters: rows
insert into library.source_tables by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            position integer,
            caption text,
            footnote text,
            cells text[][]
        )[]),
        max_depth := 2
    )
