-- purpose: where the cards of one column of the board stand
-- grain: one row per proposal of the status, in order
-- parameters: status
-- columns: proposal_id, board_place, rev
select
    p.proposal_id,
    p.board_place,
    p.rev
from plan.proposals as p
where p.status = $status and p.binned_at is null
order by p.board_place, p.created_at desc, p.section, p.position, p.proposal_id
