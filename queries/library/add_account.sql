-- purpose: add an account of our own
-- parameters: account_id, platform, handle, positioning, audience, tone, formats, is_sample
insert into library.accounts (account_id, platform, handle, positioning, audience, tone, formats, is_sample)
values ($account_id, $platform, $handle, $positioning, $audience, $tone, $formats, $is_sample)
