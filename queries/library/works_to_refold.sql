-- purpose: works of which this file knew only some of the words, so that their search text must be made again
-- grain: one row per work
-- reads: staged
-- parameters: none
-- columns: work_key, title, text, hashtags, transcript
select w.work_key, w.title, w.text, w.hashtags, w.transcript
from staged as s
inner join library.works as w on w.platform = s.platform and w.work_id = s.work_id
where
    s.is_newest and not s.is_duplicate and s.outcome is not null
    and (
        (s.title is null and w.title is not null)
        or (s.text is null and w.text is not null)
        or (s.hashtags is null and w.hashtags is not null)
        or (s.transcript is null and w.transcript is not null)
    )
order by w.work_key
