-- purpose: keep what somebody said of a proposal
-- parameters: comment_id, proposal_id, who, text
insert into plan.comments (comment_id, proposal_id, who, said_at, text)
values ($comment_id, $proposal_id, $who, now(), $text)
