-- purpose: how many works the same filters as explore/works give
-- grain: one row
-- parameters: topic_id, platforms, creators, roles, date_from, date_to, min_response, angle_id, is_unlabelled, search, week
-- columns: works
select count(*) as works
from library.scope_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double) as s
where
    ($angle_id::bigint is null or s.work_key in (
        select f.work_key from library.label_facts as f where f.topic_id = $topic_id and f.angle_id = $angle_id
    ))
    and (not $is_unlabelled::boolean or not s.is_labelled)
    and ($search::text is null or s.work_key in (
        select w.work_key from library.works as w where contains(w.search_text, $search)
    ))
    and ($week::date is null or date_trunc('week', s.day)::date = $week)
order by works
