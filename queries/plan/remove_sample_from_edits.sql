-- purpose: forget the history of what went with the sample
-- parameters: none
delete from main.edits
where
    (item = 'proposal' and item_id not in (select p.proposal_id from plan.proposals as p))
    or (item = 'series' and item_id not in (select s.series_id::text from plan.series as s))
    or (item = 'episode' and item_id not in (select e.episode_id::text from plan.episodes as e))
    or (item = 'shot' and item_id not in (select h.shot_id from plan.shots as h))
    or (item = 'signal' and item_id not in (select g.signal_id::text from plan.signals as g))
