-- purpose: how many works and creators within the filters carried an angle after each hand-in of files
-- grain: one row per hand-in since the first that brought a work of the topic
-- parameters: topic_id, platforms, creators, roles, date_from, date_to, min_response, angle_id
-- columns: imported_at, files, works, creators
with carrying as (
    select l.work_key, any_value(l.creator_key) as creator_key, min(s.import_id) as import_id
    from library.labels_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double) as l
    inner join library.snapshots as s on s.work_key = l.work_key
    where l.angle_id = $angle_id
    group by l.work_key
),
first_import as (
    select min(s.import_id) as import_id
    from library.scope_facts as f
    inner join library.snapshots as s on s.work_key = f.work_key
    where f.topic_id = $topic_id
),
hand_ins as (
    select max(i.import_id) as import_id, max(i.imported_at) as imported_at, count(*) as files
    from library.imports as i
    inner join first_import as f on i.import_id >= f.import_id
    inner join library.topics as t on t.topic_id = $topic_id and t.is_sample = i.is_sample
    -- files of comments and of interest bring no works
    where i.works_added + i.works_updated + i.works_unchanged > 0
    group by coalesce(i.batch_id, i.import_id)
)
select h.imported_at, h.files, count(c.work_key) as works, count(distinct c.creator_key) as creators
from hand_ins as h
left join carrying as c on c.import_id <= h.import_id
group by h.import_id, h.imported_at, h.files
order by h.import_id
