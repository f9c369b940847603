-- purpose: add the votes of a plan file that are not there yet
-- parameters: rows
insert into plan.votes by name
select
    g.proposal_id,
    g.who,
    g.vote,
    g.voted_at
from (
    select
        unnest(
            cast($rows as struct(
                proposal_id text,
                who text,
                vote integer,
                voted_at timestamptz
            )[]),
            max_depth := 2
        )
) as g
where not exists (
    select 1
    from plan.votes as k
    where k.proposal_id = g.proposal_id and k.who = g.who
)
