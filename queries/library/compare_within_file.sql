-- purpose: say of each later capture of a work in the file whether it changes the work or repeats the capture before it;
--          a capture that is known already is compared with itself
-- grain: updates the staged rows of later captures of repeated works
-- reads: staged
-- parameters: none
with captures as (
    select s.rowid as staged_row, s.*
    from staged as s
    where s.is_repeated and not s.is_duplicate
),
same_capture as (
    select
        s.staged_row,
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
    from captures as s
    inner join library.snapshots as p on p.work_key = s.work_key and p.captured_at = s.captured_at
    inner join library.works as w on w.work_key = s.work_key
    where s.is_known
    group by s.staged_row
),
compared as (
    select
        s.staged_row,
        coalesce(
            not k.is_same,
            (s.title is not null and s.title is distinct from e.title)
            or (s.text is not null and s.text is distinct from e.text)
            or (s.hashtags is not null and s.hashtags is distinct from e.hashtags)
            or (s.transcript is not null and s.transcript is distinct from e.transcript)
            or (s.plays is not null and s.plays is distinct from e.plays)
            or (s.likes is not null and s.likes is distinct from e.likes)
            or (s.comments is not null and s.comments is distinct from e.comments)
            or (s.shares is not null and s.shares is distinct from e.shares)
            or (s.collects is not null and s.collects is distinct from e.collects)
        ) as is_changed
    from captures as s
    inner join captures as e
        on e.platform = s.platform and e.work_id = s.work_id and e.capture_number = s.capture_number - 1
    left join same_capture as k on k.staged_row = s.staged_row
)
update staged
set outcome = case when c.is_changed then 'updated' else 'unchanged' end
from compared as c
where c.staged_row = staged.rowid
