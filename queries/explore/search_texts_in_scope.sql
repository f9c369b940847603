-- purpose: the folded words of the works in scope
-- grain: one row per work
-- parameters: topic_id, platforms, creators, roles, date_from, date_to, min_response
-- columns: work_key, search_text
select s.work_key, w.search_text
from library.scope_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double) as s
inner join library.works as w on w.work_key = s.work_key
order by s.day desc nulls last, s.work_key
