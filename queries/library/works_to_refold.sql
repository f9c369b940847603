-- purpose: works of which this file brings new words, but not all that are known, so that their search text must be made again
-- grain: one row per work
-- reads: staged
-- parameters: none
-- columns: work_key, title, text, hashtags, transcript
select w.work_key, w.title, w.text, w.hashtags, w.transcript
from staged as s
inner join library.works as w on w.work_key = s.work_key
where
    s.has_new_words
    and (
        (s.title is null and w.title is not null)
        or (s.text is null and w.text is not null)
        or (s.hashtags is null and w.hashtags is not null)
        or (s.transcript is null and w.transcript is not null)
    )
order by w.work_key
