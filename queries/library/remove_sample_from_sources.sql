-- purpose: forget the sample's sources, last of all that is theirs
-- parameters: none
delete from library.sources where is_sample
