-- purpose: keep the head and foot lines of a report
-- parameters: rows
insert into library.report_fields by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            section integer,
            position integer,
            key text,
            label text,
            value text
        )[]),
        max_depth := 2
    )
