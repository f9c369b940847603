-- purpose: keep what others leave unsaid of a report
-- parameters: rows
insert into library.report_blind_spots by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            section integer,
            position integer,
            kind text,
            title text,
            body text,
            opportunity text
        )[]),
        max_depth := 2
    )
