-- purpose: add unseen works and bring known ones up to the newest capture; what a later export leaves out stays known
-- reads: staged
-- parameters: is_sample
merge into library.works as w
using (
    select s.*, coalesce(a.creator_key, c.creator_key) as creator_key
    from staged as s
    left join library.creator_aliases as a on a.platform = s.platform and a.alias_id = s.creator_id
    left join library.creators as c on c.platform = s.platform and c.creator_id = s.creator_id
    where s.is_newest and not s.is_duplicate
) as s
on w.platform = s.platform and w.work_id = s.work_id
when matched and s.captured_at >= w.captured_at then update set
    creator_key = case
        when w.creator_key in (select u.creator_key from library.creators as u where u.creator_id = '')
            then coalesce(s.creator_key, w.creator_key)
        else w.creator_key
    end,
    url = coalesce(s.url, w.url),
    title = coalesce(s.title, w.title),
    text = coalesce(s.text, w.text),
    hashtags = coalesce(s.hashtags, w.hashtags),
    transcript = coalesce(s.transcript, w.transcript),
    search_text = s.search_text,
    published_at = coalesce(s.published_at, w.published_at),
    duration_seconds = coalesce(s.duration_seconds, w.duration_seconds),
    plays = coalesce(s.plays, w.plays),
    likes = coalesce(s.likes, w.likes),
    comments = coalesce(s.comments, w.comments),
    shares = coalesce(s.shares, w.shares),
    collects = coalesce(s.collects, w.collects),
    keyword = coalesce(s.keyword, w.keyword),
    captured_at = s.captured_at
when not matched then insert (
    work_key, platform, work_id, creator_key, url, title, text, hashtags, transcript, search_text, published_at,
    duration_seconds, plays, likes, comments, shares, collects, keyword, captured_at, is_sample
)
values (
    nextval('library.work_keys'), s.platform, s.work_id, s.creator_key, s.url, s.title, s.text, s.hashtags,
    s.transcript, s.search_text, s.published_at, s.duration_seconds, s.plays, s.likes, s.comments, s.shares,
    s.collects, s.keyword, s.captured_at, $is_sample
)
