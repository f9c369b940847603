-- purpose: the passage in which a claim stands word for word, with its neighbours
-- grain: one row, or none where the claim is in words of a person's own
-- parameters: claim_id
-- columns: before, text, after
with passages as (
    select
        p.position,
        p.text,
        c.statement,
        lag(p.text, 1, '') over (order by p.position) as before,
        lead(p.text, 1, '') over (order by p.position) as after
    from library.claims as c
    inner join library.passages as p on p.source_id = c.source_id
    where c.claim_id = $claim_id
)
select
    p.before,
    p.text,
    p.after
from passages as p
where contains(p.text, p.statement)
order by p.position
limit 1
