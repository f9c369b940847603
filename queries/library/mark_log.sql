-- purpose: write an entry to the log that changes nothing and is as long each time
-- parameters: none
comment on table library.state is 'one row'
