-- purpose: every use of a source for a claim has both, and a claim's uses count from 1 without a gap
-- grain: one row
-- parameters: none
-- columns: violations
with numbered as (
    select u.claim_id, u.source_id, u.position, row_number() over (partition by u.claim_id order by u.position) as place
    from library.claim_uses as u
)
select count(*) as violations
from numbered as n
left join library.claims as c on c.claim_id = n.claim_id
left join library.sources as s on s.source_id = n.source_id
where c.claim_id is null or s.source_id is null or n.position <> n.place
order by violations
