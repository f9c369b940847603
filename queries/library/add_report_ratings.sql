-- purpose: keep the table that grades its sources of a report
-- parameters: rows
insert into library.report_ratings by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            section integer,
            position integer,
            cited_id bigint,
            label text,
            url text,
            grade text,
            grade_words text,
            note text
        )[]),
        max_depth := 2
    )
