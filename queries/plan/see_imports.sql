-- purpose: note that the user has seen what the imports so far changed in a topic
-- parameters: topic_id
merge into plan.seen_imports as s
using (select $topic_id::bigint as topic_id, coalesce(max(i.import_id), 0) as import_id from library.imports as i) as n
on s.topic_id = n.topic_id
when matched then update set import_id = n.import_id
when not matched then insert values (n.topic_id, n.import_id)
