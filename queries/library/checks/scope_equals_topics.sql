-- purpose: the works that are counted for a topic are the works that it selects
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from (
    (
        select f.topic_id, f.work_key from library.scope_facts as f
        except all
        select t.topic_id, t.work_key from library.topic_works as t
    )
    union all
    (
        select t.topic_id, t.work_key from library.topic_works as t
        except all
        select f.topic_id, f.work_key from library.scope_facts as f
    )
) as differences
order by violations
