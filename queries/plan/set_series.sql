-- purpose: write a series that is there as it was edited: a quarter of the time that a merge of one row takes
-- parameters: item_id, uid, topic_id, title, note, account_id, starts_on, weekdays, slot_time, rev, is_binned
update plan.series set
    uid = $uid,
    topic_id = $topic_id,
    title = $title,
    note = $note,
    account_id = $account_id,
    starts_on = $starts_on::date,
    weekdays = $weekdays::integer[],
    slot_time = $slot_time::time,
    rev = $rev,
    binned_at = case when $is_binned then coalesce(binned_at, now()) end
where series_id = $item_id::bigint
