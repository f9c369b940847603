-- purpose: keep claims that a report states, as accepted ones
-- parameters: rows
insert into library.claims by name
select
    unnest(
        cast($rows as struct(
            claim_id bigint,
            source_id bigint,
            position integer,
            statement text,
            body text,
            grade text,
            grade_reason text
        )[]),
        max_depth := 2
    ),
    'statement' as kind,
    [] as hedges,
    'accepted' as status,
    now() as decided_at
