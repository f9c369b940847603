-- purpose: note a finished import with its counts
-- parameters: import_id, file, sha256, reader, mapping, file_time, rows_read, works_added, works_updated, works_unchanged, duplicates_in_file, rows_rejected, snapshots_added, cells_unread, comments_seen, creators_seen, is_sample
insert into library.imports values (
    $import_id, $file, $sha256, $reader, $mapping, now(), $file_time, $rows_read, $works_added, $works_updated,
    $works_unchanged, $duplicates_in_file, $rows_rejected, $snapshots_added, $cells_unread, $comments_seen,
    $creators_seen, $is_sample
)
