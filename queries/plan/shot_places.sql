-- purpose: the shots of one episode in order, those in the bin as well: what a new place and a new name must heed
-- grain: one row per shot
-- parameters: episode_id
-- columns: shot_id, position, name, frames, is_binned, rev
select
    s.shot_id,
    s.position,
    s.name,
    s.frames,
    s.binned_at is not null as is_binned,
    s.rev
from plan.shots as s
where s.episode_id = $episode_id
order by s.position, s.name
