-- purpose: other accounts in use with the name of one, on its platform where both are known
-- grain: one row per account
-- parameters: account_id
-- columns: account_id
select o.account_id
from library.accounts as a
inner join library.accounts as o
    on lower(o.handle) = lower(a.handle)
    and o.account_id <> a.account_id
    and o.is_sample = a.is_sample
    and (a.platform is null or o.platform is null or o.platform = a.platform)
where a.account_id = $account_id and a.binned_at is null and o.binned_at is null
order by o.account_id
