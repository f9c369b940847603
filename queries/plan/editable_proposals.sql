-- purpose: proposals as people edit them, those in the bin as well
-- grain: one row per proposal
-- parameters: ids
-- columns: item_id, topic_id, angle_id, title, thesis, difference, visual_note, status, tags, account_id, fit,
--   evidence, refreshed_evidence, refreshed_at, board_place, is_binned, rev
select
    p.proposal_id as item_id,
    p.topic_id,
    p.angle_id,
    p.title,
    p.thesis,
    p.difference,
    p.visual_note,
    p.status,
    p.tags,
    p.account_id,
    p.fit,
    p.evidence,
    p.refreshed_evidence,
    p.refreshed_at,
    p.board_place,
    p.binned_at is not null as is_binned,
    p.rev
from plan.proposals as p
where list_contains($ids::text[], p.proposal_id)
order by p.proposal_id
