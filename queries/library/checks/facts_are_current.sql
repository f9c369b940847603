-- purpose: what is counted is what the works, labels and responses say now, row by row
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from (
    (select * from library.label_facts except all select * from library.current_label_facts)
    union all
    (select * from library.current_label_facts except all select * from library.label_facts)
) as of_labels
full join (
    (select * from library.scope_facts except all select * from library.current_scope_facts)
    union all
    (select * from library.current_scope_facts except all select * from library.scope_facts)
) as of_scope on false
order by violations
