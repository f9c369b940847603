-- purpose: forget an import in library.imports
-- parameters: import_id
delete from library.imports where import_id = $import_id
