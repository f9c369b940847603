-- purpose: the folded words of the works in scope that do not carry an angle, to find the nearest of them
-- grain: one row per work
-- parameters: topic_id, platforms, creators, roles, date_from, date_to, min_response, angle_id
-- columns: work_key, search_text
select s.work_key, w.search_text
from library.scope_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double) as s
inner join library.works as w on w.work_key = s.work_key
where s.work_key not in (
    select f.work_key from library.label_facts as f where f.topic_id = $topic_id and f.angle_id = $angle_id
)
order by s.day desc nulls last, s.work_key
