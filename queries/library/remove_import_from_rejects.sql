-- purpose: forget an import in library.rejects
-- parameters: import_id
delete from library.rejects where import_id = $import_id
