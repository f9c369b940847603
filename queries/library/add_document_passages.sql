-- purpose: keep the passages of a document in order
-- parameters: rows
insert into library.passages by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            position integer,
            part text,
            kind text,
            text text,
            search_text text
        )[]),
        max_depth := 2
    ),
    nextval('library.passage_ids') as passage_id
