-- purpose: the numbers of so many new actions
-- grain: one row per action
-- parameters: actions
-- columns: action_id
with numbers as (
    select nextval('main.action_ids') as action_id
    from range($actions::bigint)
)

select n.action_id
from numbers as n
order by n.action_id
