-- purpose: take the claims that went with the sample out of the user's shots
-- parameters: none
update plan.shots as s
set claim_ids = list_filter(s.claim_ids, lambda one: list_contains(k.claim_ids, one))
from (
    select coalesce(list(c.claim_id), []) as claim_ids
    from library.claims as c
) as k
where len(s.claim_ids) > 0
