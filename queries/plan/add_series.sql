-- purpose: keep a series that a report suggests
-- parameters: series_id, topic_id, source_id, section, position, title
insert into plan.series (series_id, uid, topic_id, source_id, section, position, title, created_at)
values (
    $series_id, replace(uuid()::text, '-', ''), $topic_id, $source_id, $section, $position, $title, now()
)
