-- purpose: keep where the claims of a report stand in it
-- parameters: rows
insert into library.report_claims by name
select
    unnest(
        cast($rows as struct(
            source_id bigint,
            section integer,
            position integer,
            claim_id bigint,
            statement text,
            grade text,
            grade_words text
        )[]),
        max_depth := 2
    )
