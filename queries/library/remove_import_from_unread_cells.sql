-- purpose: forget an import in library.unread_cells
-- parameters: import_id
delete from library.unread_cells where import_id = $import_id
