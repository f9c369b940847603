-- purpose: keep sentences of an article that a person may accept as claims
-- parameters: rows
insert into library.claims by name
select
    unnest(
        cast($rows as struct(
            claim_id bigint,
            source_id bigint,
            position integer,
            statement text,
            kind text,
            said_by text,
            hedges text[]
        )[]),
        max_depth := 2
    ),
    '' as body,
    'unrated' as grade,
    '' as grade_reason,
    'candidate' as status
