-- purpose: write proposals as they were edited, new ones and known ones
-- parameters: rows
merge into plan.proposals as p
using (
    select
        unnest(
            cast($rows as struct(
                item_id text,
                topic_id bigint,
                angle_id bigint,
                title text,
                thesis text,
                difference text,
                visual_note text,
                status text,
                tags text[],
                account_id bigint,
                fit text,
                evidence text,
                refreshed_evidence text,
                refreshed_at timestamptz,
                board_place double,
                is_binned boolean,
                rev bigint
            )[]),
            max_depth := 2
        )
) as g
on p.proposal_id = g.item_id
when matched then update set
    topic_id = g.topic_id,
    angle_id = g.angle_id,
    title = g.title,
    thesis = g.thesis,
    difference = g.difference,
    visual_note = g.visual_note,
    status = g.status,
    tags = g.tags,
    account_id = g.account_id,
    fit = g.fit,
    evidence = g.evidence,
    refreshed_evidence = g.refreshed_evidence,
    refreshed_at = g.refreshed_at,
    board_place = g.board_place,
    changed_at = now(),
    rev = g.rev,
    binned_at = case when g.is_binned then coalesce(p.binned_at, now()) end
when not matched then insert (
    proposal_id,
    topic_id,
    angle_id,
    title,
    thesis,
    difference,
    visual_note,
    status,
    tags,
    account_id,
    fit,
    evidence,
    refreshed_evidence,
    refreshed_at,
    board_place,
    position,
    created_at,
    changed_at,
    rev,
    binned_at
)
values (
    g.item_id,
    g.topic_id,
    g.angle_id,
    g.title,
    g.thesis,
    g.difference,
    g.visual_note,
    g.status,
    g.tags,
    g.account_id,
    g.fit,
    g.evidence,
    g.refreshed_evidence,
    g.refreshed_at,
    g.board_place,
    1,
    now(),
    now(),
    g.rev,
    case when g.is_binned then now() end
)
