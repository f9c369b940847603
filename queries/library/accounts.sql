-- purpose: the accounts that content is made for, the user's before the sample's
-- grain: one row per account
-- parameters: is_binned
-- columns: account_id, platform, handle, positioning, audience, tone, formats, is_sample
select a.account_id, a.platform, a.handle, a.positioning, a.audience, a.tone, a.formats, a.is_sample
from library.accounts as a
where (a.binned_at is not null) = $is_binned::boolean
order by a.is_sample, lower(a.handle), a.account_id
