-- purpose: add the comments of a plan file that are not there yet
-- parameters: rows
insert into plan.comments by name
select
    nextval('plan.comment_ids') as comment_id,
    g.proposal_id,
    g.who,
    g.said_at,
    g.text,
    g.binned_at
from (
    select
        unnest(
            cast($rows as struct(
                proposal_id text,
                who text,
                said_at timestamptz,
                text text,
                binned_at timestamptz
            )[]),
            max_depth := 2
        )
) as g
where not exists (
    select 1
    from plan.comments as k
    where k.proposal_id = g.proposal_id and k.who = g.who and k.said_at = g.said_at and k.text = g.text
)
