-- purpose: keep how it stands to other reports of a report
-- parameters: rows
insert into library.report_relations by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            section integer,
            position integer,
            reference text,
            kind text,
            body text
        )[]),
        max_depth := 2
    )
