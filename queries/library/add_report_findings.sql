-- purpose: keep the findings of a report
-- parameters: rows
insert into library.report_findings by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            section integer,
            position integer,
            title text,
            body text
        )[]),
        max_depth := 2
    )
