-- purpose: forget an import in library.interest
-- parameters: import_id
delete from library.interest where import_id = $import_id
