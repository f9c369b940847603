-- purpose: keep rows of the sample in the bin
-- parameters: table_name, rows
insert into library.binned_sample values ($table_name, $rows, now())
