-- purpose: write accounts as they were edited, new ones and known ones
-- parameters: rows
merge into library.accounts as a
using (
    select
        unnest(
            cast($rows as struct(
                item_id bigint,
                platform text,
                handle text,
                positioning text,
                audience text,
                tone text,
                formats text,
                is_sample boolean,
                is_binned boolean,
                rev bigint
            )[]),
            max_depth := 2
        )
) as g
on a.account_id = g.item_id
when matched then update set
    platform = g.platform,
    handle = g.handle,
    positioning = g.positioning,
    audience = g.audience,
    tone = g.tone,
    formats = g.formats,
    rev = g.rev,
    binned_at = case when g.is_binned then coalesce(a.binned_at, now()) end
when not matched then insert (
    account_id, platform, handle, positioning, audience, tone, formats, is_sample, rev, binned_at
)
values (
    g.item_id, g.platform, g.handle, g.positioning, g.audience, g.tone, g.formats, g.is_sample, g.rev,
    case when g.is_binned then now() end
)
