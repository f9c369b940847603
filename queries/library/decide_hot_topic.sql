-- purpose: note what became of an entry of a hot list: a topic (accepted), nothing (dismissed) or a candidate again
-- parameters: hot_topic_id, status, topic_id
update library.hot_topics
set status = $status, topic_id = $topic_id, rev = rev + 1
where hot_topic_id = $hot_topic_id
