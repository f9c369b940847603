-- purpose: every creator, where all responses are to be computed anew
-- grain: one row per creator
-- parameters: none
-- columns: creator_key
select c.creator_key
from library.creators as c
order by c.creator_key
