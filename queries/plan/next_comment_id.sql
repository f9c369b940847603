-- purpose: an id for a new comment
-- grain: one row
-- parameters: none
-- columns: comment_id
select nextval('plan.comment_ids') as comment_id
