-- purpose: an episode belongs to a series that is there, and so is the proposal that it is to tell
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from plan.episodes as e
left join plan.series as s on s.series_id = e.series_id
left join plan.proposals as p on p.proposal_id = e.proposal_id
where s.series_id is null or (e.proposal_id is not null and p.proposal_id is null)
order by violations
