-- purpose: keep where the signals of a report stand in it
-- parameters: rows
insert into plan.report_signals by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            section integer,
            position integer,
            signal_id bigint,
            verb text,
            subject text
        )[]),
        max_depth := 2
    )
