-- purpose: forget the comments that no import is left to have brought
-- reads: touched_comments
-- parameters: none
delete from library.comments
where
    comment_key in (select t.comment_key from touched_comments as t)
    and comment_key not in (select s.comment_key from library.comment_sightings as s)
