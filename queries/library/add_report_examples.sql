-- purpose: keep the titles that its blind spots quote of a report
-- parameters: rows
insert into library.report_examples by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            section integer,
            blind_spot integer,
            position integer,
            label text,
            quoted_title text
        )[]),
        max_depth := 2
    )
