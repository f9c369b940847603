-- purpose: the claims and the picture of a shot are there, be it in the bin
-- grain: one row
-- parameters: none
-- columns: violations
with shown as (
    select s.shot_id, unnest(s.claim_ids) as claim_id, null as picture_id
    from plan.shots as s
    union all
    select s.shot_id, null as claim_id, s.picture_id
    from plan.shots as s
    where s.picture_id is not null
)

select count(*) as violations
from shown as s
left join library.claims as c on c.claim_id = s.claim_id
left join plan.pictures as p on p.picture_id = s.picture_id
where c.claim_id is null and p.picture_id is null
order by violations
