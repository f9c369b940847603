-- purpose: the account of that name, on that platform where both are known
-- grain: one row or none
-- parameters: handle, platform, is_sample
-- columns: account_id
select a.account_id
from library.accounts as a
where
    lower(a.handle) = lower($handle::text)
    and a.is_sample = $is_sample::boolean
    and a.binned_at is null
    and ($platform::text is null or a.platform is null or a.platform = $platform)
order by a.platform = $platform desc nulls last, a.account_id
limit 1
