-- purpose: bring an episode up to what its report says now
-- parameters: episode_id, position, title, note, proposal_id
update plan.episodes
set position = $position, title = $title, note = $note, proposal_id = $proposal_id
where episode_id = $episode_id
