-- purpose: forget the history of rows of the library that are not there any more, not even in the bin
-- parameters: none
delete from main.edits
where
    (item = 'topic' and item_id not in (select t.topic_id::text from library.topics as t))
    or (item = 'angle' and item_id not in (select a.angle_id::text from library.angles as a))
    or (item = 'account' and item_id not in (select c.account_id::text from library.accounts as c))
    or (item = 'claim' and item_id not in (select m.claim_id::text from library.claims as m))
    or (item = 'creator' and item_id not in (select r.creator_key::text from library.creators as r))
