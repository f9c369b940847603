-- purpose: forget an import in library.comment_rejects
-- parameters: import_id
delete from library.comment_rejects where import_id = $import_id
