-- purpose: keep the pictures for proposals of a report
-- parameters: rows
insert into plan.visuals by name
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
