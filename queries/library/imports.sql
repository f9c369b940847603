-- purpose: what was imported, newest first
-- grain: one row per import
-- parameters: none
-- columns: import_id, file, reader, imported_at, rows_read, works_added, works_updated, works_unchanged, duplicates_in_file, rows_rejected, snapshots_added, cells_unread, comments_seen, comments_added, creators_seen, points_added, is_sample
select
    i.import_id,
    i.file,
    i.reader,
    i.imported_at,
    i.rows_read,
    i.works_added,
    i.works_updated,
    i.works_unchanged,
    i.duplicates_in_file,
    i.rows_rejected,
    i.snapshots_added,
    i.cells_unread,
    i.comments_seen,
    coalesce(i.comments_added, 0) as comments_added,
    i.creators_seen,
    coalesce(i.points_added, 0) as points_added,
    i.is_sample
from library.imports as i
order by i.import_id desc
