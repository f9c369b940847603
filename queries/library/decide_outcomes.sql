-- purpose: say of each row whether it adds a work, changes it, or repeats what is known; a capture that is known already
--          is compared with itself, any other with the newest capture before it
-- grain: updates every staged row of a work seen before, in the library or in the file
-- reads: staged
-- parameters: none
with captures as (
    select s.rowid as staged_row, s.*
    from staged as s
    where not s.is_duplicate
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
        ) as is_same
    from captures as s
    inner join library.works as w on w.platform = s.platform and w.work_id = s.work_id
    inner join library.snapshots as p on p.work_key = w.work_key and p.captured_at = s.captured_at
    group by s.staged_row
),
earlier as (
    select
        s.staged_row,
        w.title, w.text, w.hashtags, w.transcript,
        w.plays, w.likes, w.comments, w.shares, w.collects
    from captures as s
    inner join library.works as w on w.platform = s.platform and w.work_id = s.work_id
    where s.capture_number = 1
    union all
    select
        s.staged_row,
        p.title, p.text, p.hashtags, p.transcript,
        p.plays, p.likes, p.comments, p.shares, p.collects
    from captures as s
    inner join captures as p
        on p.platform = s.platform and p.work_id = s.work_id and p.capture_number = s.capture_number - 1
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
    inner join earlier as e on e.staged_row = s.staged_row
    left join same_capture as k on k.staged_row = s.staged_row
)
update staged
set outcome = case when c.is_changed then 'updated' else 'unchanged' end
from compared as c
where c.staged_row = staged.rowid
