-- purpose: keep the counts of every capture of the file; this is also how a work knows its imports
-- reads: staged
-- parameters: import_id
insert into library.snapshots
select
    s.work_key,
    s.captured_at,
    $import_id as import_id,
    s.plays,
    s.likes,
    s.comments,
    s.shares,
    s.collects
from staged as s
where not s.is_duplicate
