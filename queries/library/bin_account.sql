-- purpose: put an account of our own into the bin, or take it out
-- parameters: account_id, is_binned
update library.accounts
set binned_at = case when $is_binned::boolean then now() end, rev = rev + 1
where account_id = $account_id
