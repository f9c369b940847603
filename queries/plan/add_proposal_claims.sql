-- purpose: keep what proposals of a report lean on
-- parameters: rows
insert into plan.proposal_claims by name
select
    unnest(
        cast($rows as struct(
            proposal_id text,
            position integer,
            claim_id bigint,
            title text,
            grade text,
            grade_words text,
            body text
        )[]),
        max_depth := 2
    )
