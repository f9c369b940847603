-- purpose: bring known works to the newest words and details; what a later export leaves out stays known
-- reads: staged
-- parameters: none
update library.works
set
    creator_key = case
        when library.works.creator_key in (select u.creator_key from library.creators as u where u.creator_id = '')
            then coalesce(n.found_creator, library.works.creator_key)
        else library.works.creator_key
    end,
    url = coalesce(n.url, library.works.url),
    title = coalesce(n.title, library.works.title),
    text = coalesce(n.text, library.works.text),
    hashtags = coalesce(n.hashtags, library.works.hashtags),
    transcript = coalesce(n.transcript, library.works.transcript),
    search_text = case when n.has_new_words then n.search_text else library.works.search_text end,
    published_at = coalesce(n.published_at, library.works.published_at),
    duration_seconds = coalesce(n.duration_seconds, library.works.duration_seconds),
    keyword = coalesce(n.keyword, library.works.keyword)
from (
    select s.*, coalesce(a.creator_key, c.creator_key) as found_creator
    from staged as s
    left join library.creator_aliases as a on a.platform = s.platform and a.alias_id = s.creator_id
    left join library.creators as c on c.platform = s.platform and c.creator_id = s.creator_id
    where s.has_new_words or s.has_new_details
) as n
where n.work_key = library.works.work_key
