-- purpose: keep claims that a report states, as accepted ones, and sentences of an article that a person may accept
-- parameters: rows
insert into library.claims by name
select
    c.*,
    case when c.status = 'accepted' then now() end as decided_at
from (
    select
        unnest(
            cast($rows as struct(
                claim_id bigint,
                source_id bigint,
                position integer,
                statement text,
                body text,
                kind text,
                grade text,
                grade_reason text,
                said_by text,
                hedges text[],
                as_of date,
                status text
            )[]),
            max_depth := 2
        )
) as c
