-- purpose: forget the counts that an import brought
-- parameters: import_id
delete from library.snapshots where import_id = $import_id
