-- purpose: give works that the library lacks and that stand in the file more than once one key for all their rows
-- grain: updates every staged row of a new work that is repeated
-- reads: staged
-- parameters: none
update staged
set work_key = n.work_key
from (
    select r.platform, r.work_id, nextval('library.work_keys') as work_key
    from (
        select distinct s.platform, s.work_id
        from staged as s
        where s.is_repeated and not s.is_known
    ) as r
) as n
where
    staged.is_repeated
    and not staged.is_known
    and n.platform = staged.platform
    and n.work_id = staged.work_id
