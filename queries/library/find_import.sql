-- purpose: an earlier import of the same bytes, read for works and comments in the same way
-- grain: at most one row
-- parameters: sha256, mapping, is_sample
-- columns: import_id, file, reader, rows_read, works_added, works_updated, works_unchanged, duplicates_in_file, rows_rejected, snapshots_added, cells_unread, comments_seen, comments_added, creators_seen, points_added
select
    i.import_id,
    i.file,
    i.reader,
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
    coalesce(i.points_added, 0) as points_added
from library.imports as i
where
    i.sha256 = $sha256
    and i.is_sample = $is_sample
    -- an earlier version only counted comments, so its file may come in again
    and (i.comments_seen = 0 or i.comments_added is not null)
    and coalesce(i.points_added, 0) = 0
    and ($mapping::text is null or i.mapping = $mapping)
order by i.import_id desc
limit 1
