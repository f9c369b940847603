-- purpose: put a comment into the bin or take it out again
-- parameters: comment_id, is_binned
update plan.comments
set binned_at = case when $is_binned::boolean then coalesce(binned_at, now()) end
where comment_id = $comment_id
