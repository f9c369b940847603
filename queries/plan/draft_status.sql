-- purpose: how it was decided on a draft
-- grain: one row
-- parameters: draft_id
-- columns: status
select any_value(d.status) as status
from plan.drafts as d
where d.draft_id = $draft_id
order by status
