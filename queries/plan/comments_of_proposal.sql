-- purpose: what the team said of a proposal, or what of it is in the bin
-- grain: one row per comment
-- parameters: proposal_id, is_binned
-- columns: comment_id, who, said_at, text
select c.comment_id, c.who, c.said_at, c.text
from plan.comments as c
where c.proposal_id = $proposal_id and (c.binned_at is not null) = $is_binned::boolean
order by c.said_at, c.comment_id
