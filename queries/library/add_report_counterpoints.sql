-- purpose: keep what may be said against it of a report
-- parameters: rows
insert into library.report_counterpoints by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            section integer,
            position integer,
            kind text,
            title text,
            claim text,
            response text
        )[]),
        max_depth := 2
    )
