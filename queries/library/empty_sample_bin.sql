-- purpose: give up the sample in the bin
-- parameters: none
delete from library.binned_sample
