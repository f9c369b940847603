-- purpose: keep the figures of claims as their sentences have them
-- parameters: rows
insert into library.claim_figures by name
select
    unnest(
        cast($rows as struct(
            claim_id bigint,
            position integer,
            value double,
            unit text,
            words text
        )[]),
        max_depth := 2
    )
