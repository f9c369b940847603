-- purpose: write a proposal that is there as it was edited: a quarter of the time that a merge of one row takes
-- parameters: item_id, topic_id, angle_id, title, thesis, difference, visual_note, status, tags, account_id, fit,
--   evidence, refreshed_evidence, refreshed_at, board_place, rev, is_binned
update plan.proposals set
    topic_id = $topic_id,
    angle_id = $angle_id,
    title = $title,
    thesis = $thesis,
    difference = $difference,
    visual_note = $visual_note,
    status = $status,
    tags = $tags::text[],
    account_id = $account_id,
    fit = $fit,
    evidence = $evidence,
    refreshed_evidence = $refreshed_evidence,
    refreshed_at = $refreshed_at::timestamptz,
    board_place = $board_place,
    changed_at = now(),
    rev = $rev,
    binned_at = case when $is_binned then coalesce(binned_at, now()) end
where proposal_id = $item_id
