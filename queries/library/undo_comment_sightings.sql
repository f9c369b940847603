-- purpose: forget that an import brought comments
-- parameters: import_id
delete from library.comment_sightings where import_id = $import_id
