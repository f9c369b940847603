-- purpose: the id of the next account
-- grain: one row
-- parameters: none
-- columns: account_id
select nextval('library.account_ids') as account_id
