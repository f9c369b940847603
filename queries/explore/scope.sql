-- purpose: what is counted: the works of a topic within the filters, and how they spread over creators
-- grain: one row
-- parameters: topic_id, platforms, creators, roles, date_from, date_to, min_response
-- columns: works, creators, sum_squares, creators_with_two, first_day, last_day, platforms, works_with_transcript, unlabelled
with works as (
    select * from library.scope_in($topic_id::bigint, $platforms::text[], $creators::bigint[], $roles::text[], $date_from::date, $date_to::date, $min_response::double)
),
per_creator as (
    select w.creator_key, count(*) as work_count
    from works as w
    group by w.creator_key
),
spread as (
    select
        count(*) as creators,
        coalesce(sum(p.work_count * p.work_count), 0)::double as sum_squares,
        count(*) filter (p.work_count >= 2) as creators_with_two
    from per_creator as p
)
select
    count(w.work_key) as works,
    any_value(s.creators) as creators,
    any_value(s.sum_squares) as sum_squares,
    any_value(s.creators_with_two) as creators_with_two,
    min(w.day) as first_day,
    max(w.day) as last_day,
    coalesce(list_sort(list(distinct w.platform) filter (w.platform is not null)), []) as platforms,
    count(*) filter (w.has_transcript) as works_with_transcript,
    count(*) filter (not w.is_labelled) as unlabelled
from spread as s
left join works as w on true
order by works
