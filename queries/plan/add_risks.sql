-- purpose: keep the risks of proposals of a report
-- parameters: rows
insert into plan.risks by name
select
    unnest(
        cast($rows as struct(
            proposal_id text,
            position integer,
            title text,
            body text,
            kind text,
            mitigation text
        )[]),
        max_depth := 2
    )
