-- purpose: forget the drafts for what went with the sample
-- parameters: none
delete from plan.drafts
where
    (item = 'proposal' and item_id not in (select p.proposal_id from plan.proposals as p))
    or (item = 'episode' and item_id not in (select e.episode_id::text from plan.episodes as e))
    or (item = 'source' and item_id not in (select s.source_id::text from library.sources as s where not s.is_sample))
