-- purpose: forget the sample's accounts
-- parameters: none
delete from library.accounts where is_sample
