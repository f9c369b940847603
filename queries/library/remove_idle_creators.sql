-- purpose: forget creators without a work, unless a person gave them a role or a group (the sample's go all the same)
-- parameters: none
delete from library.creators
where
    (is_sample or (role = 'competitor' and creator_group is null))
    and creator_key not in (select w.creator_key from library.works as w)
