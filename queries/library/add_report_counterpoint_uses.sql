-- purpose: keep the sources that counterpoints cite of a report
-- parameters: rows
insert into library.report_counterpoint_uses by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            section integer,
            counterpoint integer,
            position integer,
            cited_id bigint,
            label text,
            url text,
            note text,
            placement text
        )[]),
        max_depth := 2
    )
