-- purpose: keep what a report is about, or bring it up to its new version
-- parameters: source_id, title, researched_on, topic_id, account_id
merge into library.reports as r
using (select $source_id as source_id) as n
on r.source_id = n.source_id
when matched then update set
    title = $title, researched_on = $researched_on, topic_id = $topic_id, account_id = $account_id
when not matched then insert values (n.source_id, $title, $researched_on, $topic_id, $account_id)
