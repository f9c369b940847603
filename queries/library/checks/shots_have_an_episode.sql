-- purpose: a shot belongs to an episode that is there
-- grain: one row
-- parameters: none
-- columns: violations
select count(*) as violations
from plan.shots as s
left join plan.episodes as e on e.episode_id = s.episode_id
where e.episode_id is null
order by violations
