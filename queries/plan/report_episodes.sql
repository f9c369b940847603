-- purpose: the episodes of the series that a report suggests
-- grain: one row per episode
-- parameters: source_id
-- columns: series_id, episode_id, title, note, proposal_id, is_binned
select e.series_id, e.episode_id, e.title, e.note, e.proposal_id, e.binned_at is not null as is_binned
from plan.episodes as e
inner join plan.series as s on s.series_id = e.series_id
where s.source_id = $source_id
order by e.series_id, e.position
