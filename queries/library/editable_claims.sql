-- purpose: claims as people edit them, those in the bin as well, with what their sources are worth for them
-- grain: one row per claim
-- parameters: ids
-- columns: item_id, statement, said_by, status, grade, grade_reason, good_until, uses, is_binned, rev
with uses_of as (
    select
        u.claim_id,
        list(
            {'label': u.label, 'grade': u.grade, 'grade_reason': u.grade_reason} order by u.position
        ) as uses
    from library.claim_uses as u
    where list_contains($ids::text[], u.claim_id::text)
    group by u.claim_id
)

select
    c.claim_id::text as item_id,
    c.statement,
    coalesce(c.said_by, '') as said_by,
    c.status,
    c.grade,
    c.grade_reason,
    c.good_until,
    coalesce(u.uses, []) as uses,
    c.binned_at is not null as is_binned,
    c.rev
from library.claims as c
left join uses_of as u on u.claim_id = c.claim_id
where list_contains($ids::text[], c.claim_id::text)
order by c.claim_id
