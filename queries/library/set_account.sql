-- purpose: change what an account of our own is
-- parameters: account_id, platform, handle, positioning, audience, tone, formats
update library.accounts
set
    platform = $platform,
    handle = $handle,
    positioning = $positioning,
    audience = $audience,
    tone = $tone,
    formats = $formats,
    rev = rev + 1
where account_id = $account_id
