-- purpose: keep the counts of every capture of the file; this is also how a work knows its imports
-- reads: staged
-- parameters: import_id
insert into library.snapshots
select
    w.work_key,
    s.captured_at,
    $import_id as import_id,
    s.plays,
    s.likes,
    s.comments,
    s.shares,
    s.collects
from staged as s
inner join library.works as w on w.platform = s.platform and w.work_id = s.work_id
where not s.is_duplicate
