-- purpose: what is counted: the works of a topic within the filters, and how they spread over creators
-- grain: one row
-- parameters: topic_id, platforms, creators, roles, date_from, date_to, min_response
-- columns: works, creators, sum_squares, creators_with_two, first_day, last_day, platforms, works_with_transcript, unlabelled
with per_creator as (
    select
        w.creator_key,
        -- a creator is one platform's
        any_value(w.platform) as platform,
        count(*) as work_count,
        min(w.day) as first_day,
        max(w.day) as last_day,
        count(*) filter (w.has_transcript) as transcript_count,
        count(*) filter (not w.is_labelled) as unlabelled_count
    from library.scope_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double) as w
    group by w.creator_key
)
select
    coalesce(sum(p.work_count), 0)::bigint as works,
    count(*) as creators,
    coalesce(sum(p.work_count * p.work_count), 0)::double as sum_squares,
    count(*) filter (p.work_count >= 2) as creators_with_two,
    min(p.first_day) as first_day,
    max(p.last_day) as last_day,
    coalesce(list_sort(list(distinct p.platform)), []) as platforms,
    coalesce(sum(p.transcript_count), 0)::bigint as works_with_transcript,
    coalesce(sum(p.unlabelled_count), 0)::bigint as unlabelled
from per_creator as p
order by works
