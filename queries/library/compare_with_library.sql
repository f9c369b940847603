-- purpose: say of each first row of a known work whether it changes it or repeats what is known; a capture that is known
--          already is compared with itself, any other with the newest capture before it
-- grain: updates the staged rows of known works, of repeated ones the earliest capture
-- reads: staged
-- parameters: none
with same_capture as (
    select
        s.work_key,
        bool_and(
            s.plays is not distinct from coalesce(p.plays, s.plays)
            and s.likes is not distinct from coalesce(p.likes, s.likes)
            and s.comments is not distinct from coalesce(p.comments, s.comments)
            and s.shares is not distinct from coalesce(p.shares, s.shares)
            and s.collects is not distinct from coalesce(p.collects, s.collects)
            and (
                p.captured_at < w.captured_at
                or (
                    w.title is not distinct from coalesce(s.title, w.title)
                    and w.text is not distinct from coalesce(s.text, w.text)
                    and w.hashtags is not distinct from coalesce(s.hashtags, w.hashtags)
                    and w.transcript is not distinct from coalesce(s.transcript, w.transcript)
                )
            )
        ) as is_same
    from staged as s
    inner join library.snapshots as p on p.work_key = s.work_key and p.captured_at = s.captured_at
    inner join library.works as w on w.work_key = s.work_key
    where s.is_known and not s.is_duplicate and s.capture_number = 1
    group by s.work_key
),
compared as (
    select
        s.rowid as staged_row,
        coalesce(
            not k.is_same,
            (s.title is not null and s.title is distinct from w.title)
            or (s.text is not null and s.text is distinct from w.text)
            or (s.hashtags is not null and s.hashtags is distinct from w.hashtags)
            or (s.transcript is not null and s.transcript is distinct from w.transcript)
            or (s.plays is not null and s.plays is distinct from w.plays)
            or (s.likes is not null and s.likes is distinct from w.likes)
            or (s.comments is not null and s.comments is distinct from w.comments)
            or (s.shares is not null and s.shares is distinct from w.shares)
            or (s.collects is not null and s.collects is distinct from w.collects)
        ) as is_changed
    from staged as s
    inner join library.works as w on w.work_key = s.work_key
    left join same_capture as k on k.work_key = s.work_key
    where s.is_known and not s.is_duplicate and s.capture_number = 1
)
update staged
set outcome = case when c.is_changed then 'updated' else 'unchanged' end
from compared as c
where c.staged_row = staged.rowid
