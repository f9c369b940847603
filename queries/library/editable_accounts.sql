-- purpose: accounts as people edit them, those in the bin as well
-- grain: one row per account
-- parameters: ids
-- columns: item_id, platform, handle, positioning, audience, tone, formats, is_sample, is_binned, rev
select
    a.account_id::text as item_id,
    a.platform,
    a.handle,
    a.positioning,
    a.audience,
    a.tone,
    a.formats,
    a.is_sample,
    a.binned_at is not null as is_binned,
    a.rev
from library.accounts as a
where list_contains($ids::text[], a.account_id::text)
order by a.account_id
