-- purpose: keep the sections of a report
-- parameters: rows
insert into library.report_sections by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            section integer,
            key text,
            heading text,
            level integer,
            has_rule boolean,
            verbatim text,
            labels text[][],
            body text
        )[]),
        max_depth := 2
    )
