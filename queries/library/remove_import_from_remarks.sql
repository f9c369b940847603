-- purpose: forget an import in library.remarks
-- parameters: import_id
delete from library.remarks where import_id = $import_id
