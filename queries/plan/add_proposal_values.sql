-- purpose: keep why proposals of a report are worth it
-- parameters: rows
insert into plan.proposal_values by name
select
    unnest(
        cast($rows as struct(
            proposal_id text,
            position integer,
            title text,
            body text
        )[]),
        max_depth := 2
    )
