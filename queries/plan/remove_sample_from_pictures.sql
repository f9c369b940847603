-- purpose: forget the pictures that only shots of the sample showed; history may bring back any that it names
-- parameters: none
delete from plan.pictures
where
    picture_id not in (select s.picture_id from plan.shots as s where s.picture_id is not null)
    and not exists (
        select 1
        from main.edits as e
        where e.item = 'shot' and (contains(e.before, picture_id) or contains(e.after, picture_id))
    )
