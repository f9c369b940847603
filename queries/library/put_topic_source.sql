-- purpose: put a source into a topic by a person's word
-- parameters: topic_id, source_id
merge into library.topic_sources as t
using (select $topic_id::bigint as topic_id, $source_id::bigint as source_id) as n
on t.topic_id = n.topic_id and t.source_id = n.source_id
when matched then update set origin = 'person'
when not matched then insert values (n.topic_id, n.source_id, 'person')
