-- purpose: note a finished import with its counts
-- parameters: import_id, file, sha256, reader, mapping, file_time, rows_read, works_added, works_updated, works_unchanged, duplicates_in_file, rows_rejected, snapshots_added, cells_unread, comments_seen, comments_added, creators_seen, points_added, is_sample, batch_id
insert into library.imports (
    import_id, file, sha256, reader, mapping, imported_at, file_time, rows_read, works_added, works_updated,
    works_unchanged, duplicates_in_file, rows_rejected, snapshots_added, cells_unread, comments_seen, comments_added,
    creators_seen, points_added, is_sample, batch_id
)
values (
    $import_id, $file, $sha256, $reader, $mapping, now(), $file_time, $rows_read, $works_added, $works_updated,
    $works_unchanged, $duplicates_in_file, $rows_rejected, $snapshots_added, $cells_unread, $comments_seen,
    $comments_added, $creators_seen, $points_added, $is_sample, $batch_id
)
