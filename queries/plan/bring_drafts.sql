-- purpose: add the drafts of a plan file that are not there yet
-- parameters: rows
insert into plan.drafts by name
select
    nextval('plan.draft_ids') as draft_id,
    g.kind,
    g.item,
    g.item_id,
    g.model,
    g.text,
    g.claim_ids,
    g.tokens_in,
    g.tokens_out,
    g.cost,
    g.currency,
    g.status,
    g.who,
    g.made_at,
    g.decided_at
from (
    select
        unnest(
            cast($rows as struct(
                kind text,
                item text,
                item_id text,
                model text,
                text text,
                claim_ids bigint[],
                tokens_in bigint,
                tokens_out bigint,
                cost double,
                currency text,
                status text,
                who text,
                made_at timestamptz,
                decided_at timestamptz
            )[]),
            max_depth := 2
        )
) as g
where not exists (
    select 1
    from plan.drafts as k
    where k.item = g.item and k.item_id = g.item_id and k.made_at = g.made_at and k.text = g.text
)
