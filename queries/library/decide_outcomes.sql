-- purpose: say of each row whether it adds a work, changes it, or repeats what is known
-- grain: updates every staged row but duplicates of works seen before
-- reads: staged
-- parameters: none
with earlier as (
    select
        s.rowid as staged_row,
        w.title, w.text, w.hashtags, w.transcript,
        w.plays, w.likes, w.comments, w.shares, w.collects
    from staged as s
    inner join library.works as w on w.platform = s.platform and w.work_id = s.work_id
    where s.capture_number = 1 and not s.is_duplicate
    union all
    select
        s.rowid as staged_row,
        p.title, p.text, p.hashtags, p.transcript,
        p.plays, p.likes, p.comments, p.shares, p.collects
    from staged as s
    inner join staged as p
        on p.platform = s.platform and p.work_id = s.work_id and p.capture_number = s.capture_number - 1
    where s.capture_number > 1 and not s.is_duplicate and not p.is_duplicate
),
compared as (
    select
        s.rowid as staged_row,
        (s.title is not null and s.title is distinct from e.title)
        or (s.text is not null and s.text is distinct from e.text)
        or (s.hashtags is not null and s.hashtags is distinct from e.hashtags)
        or (s.transcript is not null and s.transcript is distinct from e.transcript)
        or (s.plays is not null and s.plays is distinct from e.plays)
        or (s.likes is not null and s.likes is distinct from e.likes)
        or (s.comments is not null and s.comments is distinct from e.comments)
        or (s.shares is not null and s.shares is distinct from e.shares)
        or (s.collects is not null and s.collects is distinct from e.collects) as is_changed
    from staged as s
    inner join earlier as e on e.staged_row = s.rowid
)
update staged
set outcome = case when c.is_changed then 'updated' else 'unchanged' end
from compared as c
where c.staged_row = staged.rowid
