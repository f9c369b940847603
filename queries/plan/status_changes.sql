-- purpose: when the episodes of a series came to which status, as far as their history tells
-- grain: one row per episode and change of its status
-- parameters: series_id
-- columns: episode_id, made_at, status
select e.episode_id, a.made_at, h.after ->> '$.status' as status
from main.edits as h
inner join main.actions as a on a.action_id = h.action_id
inner join plan.episodes as e on h.item = 'episode' and e.episode_id = try_cast(h.item_id as bigint)
where e.series_id = $series_id and e.binned_at is null and h.after ->> '$.status' is not null
order by e.episode_id, h.rev
