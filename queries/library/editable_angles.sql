-- purpose: angles as people edit them, those in the bin as well
-- grain: one row per angle
-- parameters: ids
-- columns: item_id, topic_id, key, position, angle_group, name_zh, name_en, definition_zh, definition_en, examples, terms,
--   exclude, is_binned, rev
with terms_of as (
    select
        t.angle_id,
        list(t.term order by t.position) filter (where not t.is_exclusion) as terms,
        list(t.term order by t.position) filter (where t.is_exclusion) as exclude
    from library.angle_terms as t
    where list_contains($ids::text[], t.angle_id::text)
    group by t.angle_id
)

select
    a.angle_id::text as item_id,
    a.topic_id,
    a.key,
    a.position,
    coalesce(a.angle_group, '') as angle_group,
    coalesce(a.name_zh, '') as name_zh,
    coalesce(a.name_en, '') as name_en,
    coalesce(a.definition_zh, '') as definition_zh,
    coalesce(a.definition_en, '') as definition_en,
    a.examples,
    coalesce(t.terms, []) as terms,
    coalesce(t.exclude, []) as exclude,
    a.is_retired as is_binned,
    a.rev
from library.angles as a
left join terms_of as t on t.angle_id = a.angle_id
where list_contains($ids::text[], a.angle_id::text)
order by a.angle_id
