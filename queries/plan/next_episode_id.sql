-- purpose: the number of a new episode
-- grain: one row
-- parameters: none
-- columns: episode_id
select nextval('plan.episode_ids') as episode_id
