-- purpose: accounts as a plan refers to them, those in the bin as well
-- grain: one row per account
-- parameters: account_ids
-- columns: account_id, handle, platform, positioning, audience, tone, formats
select a.account_id, a.handle, a.platform, a.positioning, a.audience, a.tone, a.formats
from library.accounts as a
where list_contains($account_ids::bigint[], a.account_id)
order by a.handle, a.platform, a.account_id
