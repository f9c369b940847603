-- purpose: forget the shots of episodes that went with the sample
-- parameters: none
delete from plan.shots
where episode_id not in (select e.episode_id from plan.episodes as e)
